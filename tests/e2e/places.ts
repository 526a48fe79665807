// The two places of drafts in a browser, as a test reads and changes them behind the page's back.
import { expect, type Page } from "@playwright/test";

const RECORD = "postmortem-editor:draft:";

/** The first place: the records by identifier. */
export function firstPlace(page: Page): Promise<Record<string, string>> {
  return page.evaluate((prefix) => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return Object.fromEntries(keys.map((key) => [key.slice(prefix.length), localStorage.getItem(key)!]));
  }, RECORD);
}

/** Writes a record to the first place, or removes it. */
export function writeFirst(page: Page, id: string, record: string | null): Promise<void> {
  return page.evaluate(
    ([key, record]) => {
      if (record === null) localStorage.removeItem(key);
      else localStorage.setItem(key, record);
    },
    [RECORD + id, record] as const,
  );
}

/** What the page keeps in IndexedDB on a shelf, by key. */
export function secondPlace(page: Page, shelf = "drafts"): Promise<Record<string, string>> {
  return page.evaluate(async (shelf) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open("postmortem-editor"));
    const store = database.transaction(shelf).objectStore(shelf);
    const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
    database.close();
    return Object.fromEntries(keys.map((key, index) => [String(key), String(values[index])]));
  }, shelf);
}

/** Writes a record to the second place, or removes it. */
export function writeSecond(page: Page, id: string, record: string | null): Promise<void> {
  return page.evaluate(
    ([id, record]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("postmortem-editor");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("drafts", "readwrite");
          const store = transaction.objectStore("drafts");
          if (record === null) store.delete(id);
          else store.put(record, id);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    [id, record] as const,
  );
}

/** The identifier of the only draft whose record holds `words`. */
export async function idOf(page: Page, words: string): Promise<string> {
  const found = Object.entries(await firstPlace(page)).filter(([, record]) => record.includes(words));
  if (found.length !== 1) throw new Error(`${found.length} records hold ${words}`);
  return found[0]![0];
}

/** Takes the second copy of that draft away, which would put the first one right. */
export async function loseSecondCopy(page: Page, id: string): Promise<void> {
  // It is written behind the first one.
  await expect.poll(async () => Object.keys(await secondPlace(page))).toContain(id);
  await writeSecond(page, id, null);
}
