//! Which words the checks on language know, and what each is to them. A word is looked up once,
//! whoever asks for it later; the words that one check looks for stand in its own file.

use std::ops::BitOr;
use std::sync::OnceLock;

use super::language::TRIGGERS;

/// What a word may be, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    /// A word for someone: "engineer", "team".
    pub(super) const PERSON: Self = Self(1);
    /// A word for someone or for a program: "operator", "manager".
    pub(super) const PERSON_OR_PROGRAM: Self = Self(1 << 1);
    /// A name, when it is written like one.
    pub(super) const NAME: Self = Self(1 << 2);
    /// "I", "we", "you", "he", "she".
    pub(super) const PRONOUN: Self = Self(1 << 3);
    /// "the", "our".
    pub(super) const DETERMINER: Self = Self(1 << 4);
    /// "of", "by".
    pub(super) const PREPOSITION: Self = Self(1 << 5);
    /// What may stand between someone and their verb: "had", "then", "who".
    pub(super) const FILLER: Self = Self(1 << 6);
    /// "two", "half".
    pub(super) const NUMBER: Self = Self(1 << 7);
    /// Ends with "'s": what it names owns something.
    pub(super) const POSSESSIVE: Self = Self(1 << 8);
    /// A link, a piece of code or a quotation: it has words of its own, which are not read.
    pub(super) const OPAQUE: Self = Self(1 << 9);
    pub(super) const BLAMING: Self = Self(1 << 10);
    pub(super) const HINDSIGHT: Self = Self(1 << 11);
    pub(super) const BELITTLING: Self = Self(1 << 12);
    pub(super) const ANIMATED: Self = Self(1 << 13);
    pub(super) const CAUSAL: Self = Self(1 << 14);
    pub(super) const WEAK: Self = Self(1 << 15);
    pub(super) const VAGUE_VERB: Self = Self(1 << 16);
    pub(super) const VAGUE_QUANTITY: Self = Self(1 << 17);
    pub(super) const VAGUE_TIME: Self = Self(1 << 18);
    pub(super) const OUTAGE: Self = Self(1 << 19);
    pub(super) const MISHAP: Self = Self(1 << 20);

    /// Whether the two have a bit in common.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a word is. A typographic apostrophe is one.
pub(super) fn class_of(word: &str) -> Class {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let Table { entries, hints } = TABLE.get_or_init(table);
    let hash = hash(word);
    let (at, bit) = hint(hash);
    if hints.get(at).is_none_or(|hints| hints & bit == 0) {
        return Class::default();
    }
    let first = entries.partition_point(|entry| entry.0 < hash);
    let known = entries.iter().skip(first);
    let known = known.take_while(|entry| entry.0 == hash);
    let mut known = known.filter(|entry| is_same_word(entry.1, word));
    known.next().map(|entry| entry.2).unwrap_or_default()
}

/// The words that are known.
struct Table {
    /// Each once with what it is, by its hash.
    entries: Vec<(u32, &'static str, Class)>,
    /// A bit for the end of each hash: most words of a text are told by it not to be there.
    hints: [u64; 1 << (HINT_BITS - 6)],
}

const HINT_BITS: u32 = 14;

/// Where the bit of a hash is.
fn hint(hash: u32) -> (usize, u64) {
    let at = hash >> 6 & ((1 << (HINT_BITS - 6)) - 1);
    (usize::try_from(at).unwrap_or_default(), 1 << (hash & 63))
}

/// Whether two words are the same but for capitals and the form of their apostrophe.
pub(super) fn is_same_word(first: &str, second: &str) -> bool {
    first.eq_ignore_ascii_case(second) || (!second.is_ascii() && letters(first).eq(letters(second)))
}

fn table() -> Table {
    let mut entries: Vec<(u32, &'static str, Class)> = GRAMMAR
        .iter()
        .chain(TRIGGERS)
        .flat_map(|(class, words)| words.split(' ').map(|word| (hash(word), word, *class)))
        .collect();
    entries.sort_by_key(|entry| (entry.0, entry.1));
    entries.dedup_by(|later, first| {
        let is_same = later.1 == first.1;
        if is_same {
            first.2 = first.2 | later.2;
        }
        is_same
    });
    let mut hints = [0; 1 << (HINT_BITS - 6)];
    for (hash, ..) in &entries {
        let (at, bit) = hint(*hash);
        if let Some(hints) = hints.get_mut(at) {
            *hints |= bit;
        }
    }
    Table { entries, hints }
}

/// FNV-1a of the word in small letters.
fn hash(word: &str) -> u32 {
    let step = |hash: u32, letter: u32| (hash ^ letter).wrapping_mul(0x0100_0193);
    const START: u32 = 0x811c_9dc5;
    if word.is_ascii() {
        let letters = word.bytes().map(|byte| byte.to_ascii_lowercase());
        return letters.fold(START, |hash, letter| step(hash, u32::from(letter)));
    }
    letters(word).fold(START, |hash, letter| step(hash, u32::from(letter)))
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().map(|letter| match letter {
        '’' => '\'',
        letter => letter.to_ascii_lowercase(),
    })
}

const GRAMMAR: &[(Class, &str)] = &[
    (
        Class::PERSON,
        "engineer engineers developer developers devs intern interns trainee trainees technician \
         technicians sysadmin sysadmins administrator administrators contractor contractors \
         employee employees colleague colleagues coworker coworkers staff reviewer reviewers \
         programmer programmers dba dbas someone somebody person individual individuals guy guys \
         team on-call on-caller oncall newcomer newbie junior architect hire hires",
    ),
    (
        Class::PERSON_OR_PROGRAM,
        "operator operators admin admins manager managers responder responders lead leads owner \
         owners they people teams dev sre sres author authors maintainer maintainers analyst \
         analysts ops devops",
    ),
    // Common first names. Those of tools and of things are left out: Jenkins, Travis, Ruby, Mark.
    (
        Class::NAME,
        "aaron adam ahmed aisha alan alejandro alex alexander alexandra ali alice alicia amanda \
         amina amir amy ana anas andrea andrew andy angela anil anita anja anke ann anna anne \
         anthony antonio arjun arthur ashley barbara ben benjamin beth bob brian bruno camille \
         carla carlos carmen caroline catherine charlotte chen chloe chris christian christina \
         christine christopher claire clara cristina dan daniel daniela dave david deborah deepak \
         dennis diego dimitri dmitri edward elena eleni elif elizabeth emily emma eric erik esther \
         eva fatima felix fernando florian frank gabriel george giulia greg guillaume hannah hans \
         harry hassan heather helen helena henry ibrahim ines ingrid isabel ivan jacob jake james \
         jan jane jason javier jean jeff jennifer jens jessica jim jing joan joe joel johan john \
         jonas jonathan jorge jose joseph joshua juan judith jun karen karim karl kate katherine \
         kathryn katja keiko kelly ken kevin khalid kiran kumar laura lauren leila lena leo liam \
         linda lisa louis louise luca lucas lucia lucy luis lukas maja malik manuel marco marcus \
         margaret maria marie marina mario marta martin mary matt matteo matthew mei melissa \
         michael michelle miguel mike mohamed mohammed monica nadia nancy natalia natalie nathan \
         nick nicolas nicole nikhil nina noah nora olga oliver olivia omar pablo patricia patrick \
         paul paula pavel pedro peter philip pierre priya rachel rafael rahul raj rajesh ravi \
         rebecca ricardo richard robert roberto rohan rosa ryan sam samantha samir samuel sandra \
         sanjay sara sarah sean sebastian sergei sergio simon sofia sophia sophie stefan stephanie \
         stephen steve steven sunil susan suresh sven svetlana tara thomas tim tina tobias tom \
         tomas tomás tony uwe valentina vanessa vera veronica vijay vikram vincent vladimir wei \
         wendy william xavier yan yasmin yuki yusuf zoe",
    ),
    (Class::PRONOUN, "i we you he she"),
    (
        Class::DETERMINER,
        "the a an our my his her their your this that these those one another each every some \
         any",
    ),
    (
        Class::PREPOSITION,
        "of by for from to with in on at about into onto over under after before during without \
         against between through than as per via within",
    ),
    (
        Class::FILLER,
        "had has have also then not never always again just still simply even both all who that \
         initially later now once first did do does however was were is",
    ),
    (
        Class::NUMBER,
        "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty \
         fifty sixty ninety dozen dozens hundred hundreds thousand thousands million millions \
         half third quarter all every none nobody everyone no percent",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_any_capitals_and_with_either_apostrophe() {
        for (word, class) in [
            ("engineer", Class::PERSON),
            ("ENGINEERS", Class::PERSON),
            ("On-Call", Class::PERSON),
            ("Tomás", Class::NAME),
            ("should’ve", Class::HINDSIGHT),
            ("should've", Class::HINDSIGHT),
        ] {
            assert!(class_of(word).meets(class), "{word}");
        }
        for word in ["", "engine", "engineerss", "ä", "’"] {
            assert_eq!(class_of(word), Class::default(), "{word}");
        }
    }

    #[test]
    fn a_word_may_be_several_things() {
        let just = class_of("just");
        assert!(just.meets(Class::FILLER) && just.meets(Class::BELITTLING));
    }

    #[test]
    fn every_list_is_of_single_words_in_small_letters() {
        for (_, words) in GRAMMAR.iter().chain(TRIGGERS) {
            for word in words.split(' ') {
                let is_small = !word.is_empty() && word.to_lowercase() == word;
                assert!(is_small, "{word:?} in {words}");
            }
        }
    }
}
