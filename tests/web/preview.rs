//! What hostile text becomes in a real page: nothing in it runs, loads or leads anywhere it should
//! not. A page of its own is judged as well: its policy lets its style through.

use postmortem_editor::markdown::{Written, to_html, to_page, write_block};
use postmortem_editor::postmortem::{Field, Place, Postmortem, example};
use postmortem_editor::template::{TemplateId, layout};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::allowed::{ALLOWED, SCHEMES};
use crate::snippets::snippets;

#[wasm_bindgen(module = "/tests/web/judge.js")]
extern "C" {
    /// Puts HTML into the page, and says what is wrong with it there.
    fn fault(html: &str, allowed: &str, schemes: &str) -> Option<String>;
    /// Lets the page do what it has to do between two snippets.
    async fn rest() -> JsValue;
    /// What has run or was asked for since the page was opened.
    async fn aftermath() -> JsValue;
    /// How wide the text of a page is at most.
    #[wasm_bindgen(js_name = widthOfPage)]
    async fn width_of_page(html: &str) -> JsValue;
}

fn fault_of(html: &str) -> Option<String> {
    let allowed: String = ALLOWED
        .iter()
        .map(|(name, attributes)| format!("{name} {attributes}\n"))
        .collect();
    fault(html, &allowed, &SCHEMES.join(" "))
}

#[wasm_bindgen_test]
async fn hostile_snippets_are_only_text() {
    // A native test tries them all; a step that divides no list of theirs still tries every part.
    let mut count = 0;
    for snippet in snippets().step_by(5) {
        let html = to_html(&Written {
            places: vec![(0..snippet.len(), Place::field(Field::Summary))],
            markdown: snippet.clone(),
        });
        assert_eq!(fault_of(&html), None, "{snippet:?} became {html}");
        count += 1;
        if count % 200 == 0 {
            rest().await;
        }
    }
    assert!(count > 5_000, "{count} snippets");
    // In the fields of a document, too, where the writer puts something around them.
    let template = TemplateId::default().template();
    for snippet in snippets().step_by(101) {
        let mut document = Postmortem::default();
        for field in Field::ALL {
            document.set_line(*field, &snippet);
            if let Some(prose) = document.prose_mut(*field) {
                prose.clone_from(&snippet);
            }
        }
        for block in layout(&document, template) {
            let html = to_html(&write_block(&document, template, &block));
            assert_eq!(fault_of(&html), None, "{snippet:?} became {html}");
        }
        rest().await;
    }
    assert_eq!(aftermath().await.as_string().as_deref(), Some(""));

    // And the judge sees what does run and load.
    for html in [
        "<img src=hostile-image onerror=alert(1)>",
        "<a href=\"java&#10;script:alert(1)\">x</a>",
        "<p><!-- x --></p>",
        "<p onclick=\"alert(1)\">x</p>",
    ] {
        assert!(fault_of(html).is_some(), "{html}");
    }
    let seen = aftermath().await.as_string().unwrap_or_default();
    assert!(
        seen.contains("alert") && seen.contains("hostile-image"),
        "{seen}"
    );
}

#[wasm_bindgen_test]
async fn the_style_of_a_page_passes_its_own_policy() {
    let page = to_page(&example(), TemplateId::default().template());
    assert_eq!(
        width_of_page(&page).await.as_string().as_deref(),
        Some("736px")
    );
    let without = page.replace("max-width: 46rem", "max-width: 45rem");
    assert_eq!(
        width_of_page(&without).await.as_string().as_deref(),
        Some("none"),
        "another style does not pass"
    );
}
