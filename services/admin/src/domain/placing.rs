//! A content file beside what is there of its topic: which item each entry is, and what would happen to it.

use super::{
    content::{Content, topic_id, word_id, word_name},
    difference::{FieldChange, changes},
    errand::{Effect, Imported},
    file::{Fault, FileWord, TopicFile, name_of},
    item::Item,
    status::Status,
};
use ids::{ContentId, TopicId};
use std::collections::{BTreeSet, HashMap};

/// The topic of a file as it stands, with all its words. Words may be there before their topic.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The topic: the item with its name, or what its id will be.
    pub topic_id: TopicId,
    /// The topic, if it is there, and its words.
    pub items: Vec<Item>,
}

/// A file whose entries are known by their ids.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The name of the file.
    pub name: String,
    /// The content of each item of the file, in order.
    pub contents: Vec<(ContentId, Content)>,
    /// The items of the topic as they stand.
    pub standing: Vec<Item>,
    /// Lemmas that other words of the topic have already.
    pub faults: Vec<Fault>,
}

/// What an import would do to one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The item, and what happens to it.
    pub imported: Imported,
    /// The fields that change; none but for a changed item.
    pub changes: Vec<FieldChange>,
}

impl Standing {
    /// Of a topic that is not there: its id follows from its name.
    pub fn of_new(file: &TopicFile) -> TopicId {
        topic_id(&file.topic.slug, file.topic.level)
    }

    /// Finds the item of each entry by its name, whoever made it; a new one has the id that follows from its name.
    pub fn place(self, file: TopicFile) -> Placed {
        let TopicFile { topic, words } = file;
        let by_name: HashMap<_, _> = self.items.iter().map(|item| (item.name.as_str(), item.id)).collect();
        let id_of = |key: &str| by_name.get(word_name(self.topic_id, key).as_str()).copied();
        let faults = self.duplicates(&words);

        let mut contents = Vec::new();
        for FileWord { mut word, .. } in words {
            let derived = || word_id(&topic.slug, topic.level, &word.key).into();
            let id = id_of(&word.key).unwrap_or_else(derived);
            word.topic_id = self.topic_id;
            contents.push((id, Content::Word(word)));
        }
        let name = name_of(&topic);
        contents.insert(0, (self.topic_id.into(), Content::Topic(topic)));
        Placed { name, contents, faults, standing: self.items }
    }

    /// Words of the file whose lemma a word has that is in the topic, and not in the file.
    fn duplicates(&self, words: &[FileWord]) -> Vec<Fault> {
        let keys: BTreeSet<_> = words.iter().map(|word| word.word.key.as_str()).collect();
        let others = self.items.iter().filter(|item| item.status != Status::Archived);
        let others: HashMap<_, _> = others
            .filter_map(|item| match &item.content {
                Content::Word(word) => Some((word.lemma.as_str(), word.key.as_str())),
                Content::Topic(_) => None,
            })
            .filter(|(_, key)| !keys.contains(key))
            .collect();
        let duplicate = |(number, FileWord { line, word }): (usize, &FileWord)| {
            let key = others.get(word.lemma.as_str())?;
            let message = format!("{:?} is in the topic already, under the key {key:?}", word.lemma);
            Some(Fault {
                line: *line,
                path: format!("word[{number}].lemma"),
                code: "duplicate-lemma",
                message,
            })
        };
        words.iter().enumerate().filter_map(duplicate).collect()
    }
}

impl Placed {
    /// What happens to each item: those of the file in order, then the words that it leaves out.
    ///
    /// # Errors
    /// A content that JSON cannot express, which is a defect.
    pub fn differences(&self) -> serde_json::Result<Vec<Difference>> {
        let standing: HashMap<_, _> = self.standing.iter().map(|item| (item.id, item)).collect();
        let in_file = self.contents.iter();
        let mut differences = in_file
            .map(|(id, content)| difference(*id, standing.get(id).copied(), content))
            .collect::<Result<Vec<_>, _>>()?;
        let ids: BTreeSet<_> = self.contents.iter().map(|(id, _)| *id).collect();
        let left_out = self.standing.iter().filter(|item| !ids.contains(&item.id));
        differences.extend(left_out.filter(|item| item.status != Status::Archived).map(|item| {
            let Item { id, kind, ref title, .. } = *item;
            let imported = Imported { item_id: id, kind, title: title.clone(), effect: Effect::LeftOut };
            Difference { imported, changes: Vec::new() }
        }));
        Ok(differences)
    }
}

fn difference(id: ContentId, known: Option<&Item>, content: &Content) -> serde_json::Result<Difference> {
    let (effect, changes) = match known {
        None => (Effect::New, Vec::new()),
        Some(item) if item.status == Status::Archived => (Effect::Archived, Vec::new()),
        Some(item) if item.content == *content => (Effect::Unchanged, Vec::new()),
        Some(item) => (Effect::Changed, changes(&item.content, content)?),
    };
    let imported = Imported { item_id: id, kind: content.kind(), title: content.title().to_owned(), effect };
    Ok(Difference { imported, changes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        content::{Topic, Word},
        samples,
    };
    use events::Level;

    fn word(lemma: &str) -> Word {
        let Content::Word(word) = samples::word(lemma) else { panic!("a word") };
        word
    }

    fn file(words: Vec<Word>) -> TopicFile {
        let Content::Topic(topic) = samples::topic() else { panic!("a topic") };
        let words = words.into_iter().enumerate().map(|(at, word)| FileWord { line: 10 * (at + 1), word });
        TopicFile { topic: Topic { ..topic }, words: words.collect() }
    }

    /// A topic that an editor made by hand, with an id of its own.
    fn by_hand() -> TopicId {
        TopicId::derive(ids::CONTENT, "made by hand")
    }

    fn stored(id: &str, content: Content) -> Item {
        Item::unwritten(ContentId::derive(ids::CONTENT, id), content, chrono::DateTime::UNIX_EPOCH)
    }

    fn effects(placed: &Placed) -> Vec<(String, Effect)> {
        let differences = placed.differences().expect("JSON");
        differences.into_iter().map(|it| (it.imported.title, it.imported.effect)).collect()
    }

    #[test]
    fn everything_is_new_in_an_empty_store() {
        let file = file(vec![word("brood"), word("kaas")]);
        let standing = Standing { topic_id: Standing::of_new(&file), items: Vec::new() };
        let placed = standing.place(file);

        let ids: Vec<_> = placed.contents.iter().map(|(id, _)| *id).collect();
        let derived = [
            topic_id("eten", Level::A1).into(),
            word_id("eten", Level::A1, "brood").into(),
            word_id("eten", Level::A1, "kaas").into(),
        ];
        assert_eq!(ids, derived);
        assert!(effects(&placed).iter().all(|(_, effect)| *effect == Effect::New));
    }

    #[test]
    fn an_item_that_was_made_by_hand_is_found_by_its_name() {
        let known = stored("by hand", Content::Word(Word { topic_id: by_hand(), ..word("brood") }));
        let standing = Standing { topic_id: by_hand(), items: vec![known.clone()] };
        let placed = standing.place(file(vec![word("brood")]));

        assert_eq!(placed.contents[0].0, by_hand().into());
        assert_eq!(placed.contents[1].0, known.id);
        assert_eq!(effects(&placed)[1], ("brood".into(), Effect::Unchanged));
    }

    #[test]
    fn what_happens_to_each_item_is_told() {
        let mut archived = stored("kaas", samples::word("kaas"));
        archived.status = Status::Archived;
        let changed = stored("brood", samples::word("brood"));
        let left_out = stored("melk", samples::word("melk"));
        let known = vec![archived, changed, left_out];
        let bread = Word { ipa: Some("broːt".into()), ..word("brood") };
        let file = file(vec![bread, word("kaas"), word("ei")]);
        let placed = Standing { topic_id: Standing::of_new(&file), items: known }.place(file);

        let told = effects(&placed);
        let told: Vec<_> = told.iter().map(|(title, effect)| (title.as_str(), *effect)).collect();
        let expected = [
            ("Eten", Effect::New),
            ("brood", Effect::Changed),
            ("kaas", Effect::Archived),
            ("ei", Effect::New),
            ("melk", Effect::LeftOut),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_lemma_of_a_word_that_the_file_leaves_out_is_a_fault_with_its_line() {
        let bread = stored("brood", samples::word("brood"));
        let place = |known: Item| {
            let renamed = Word { key: "brood-2".into(), ..word("brood") };
            let file = file(vec![word("kaas"), renamed]);
            Standing { topic_id: Standing::of_new(&file), items: vec![known] }.place(file).faults
        };
        let faults = place(bread.clone());
        assert_eq!((faults[0].line, faults[0].path.as_str(), faults.len()), (20, "word[1].lemma", 1));
        assert_eq!(place(Item { status: Status::Archived, ..bread }), []);
    }
}
