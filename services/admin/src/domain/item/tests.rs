use super::{
    history::{LONGEST_HISTORY, MOST_VERSIONS},
    *,
};
use crate::domain::{content::topic_id, samples};
use events::Level;
use named::{step, user};
use proptest::prelude::*;

mod named {
    use ids::{CONTENT, StepId, UserId};

    pub(super) fn step(number: usize) -> StepId {
        StepId::derive(CONTENT, &number.to_string())
    }

    pub(super) fn user(name: &str) -> UserId {
        UserId::derive(CONTENT, name)
    }
}

fn editor() -> Editor {
    Editor { id: user("anna"), at: "2025-03-03T09:00:00Z".parse().expect("an instant") }
}

fn item() -> Item {
    Item::new(topic_id("eten", Level::A1).into(), samples::topic(), editor())
}

fn intent(number: usize, step_to_take: Step) -> Intent {
    Intent { id: step(number), step: step_to_take, announcement: Announcement::default(), reason: None }
}

fn after(steps: &[Step]) -> Item {
    steps.iter().enumerate().fold(item(), |item, (number, step)| {
        item.take(&intent(number, *step), editor()).expect("a possible step").into_parts().0
    })
}

const TO_LIVE: [Step; 3] = [Step::Submit, Step::Approve, Step::Publish];

#[test]
fn publishing_tells_the_whole_item_and_its_version() {
    let change = after(&TO_LIVE[..2]).take(&intent(9, Step::Publish), editor()).expect("approved");

    let told = change.facts()[0].get::<ContentUpdated>().expect("an update");
    assert_eq!((told.version, told.content_id), (1, change.state().id));
    assert_eq!(told.snapshot, change.state().content.snapshot(change.state().id, None));
    assert!(change.state().live);
}

#[test]
fn archiving_tells_only_of_what_was_live() {
    let never = after(&[Step::Submit]).take(&intent(9, Step::Archive), editor()).expect("alive");
    assert!(never.facts().is_empty());

    let live = after(&TO_LIVE).take(&intent(9, Step::Archive), editor()).expect("alive");
    assert_eq!(live.facts()[0].get::<ContentArchived>().expect("an archiving").version, 2);

    let archived = [&TO_LIVE[..], &[Step::Archive, Step::Restore]].concat();
    let again = after(&archived).take(&intent(9, Step::Archive), editor()).expect("alive");
    assert!(again.facts().is_empty(), "students have been told already");
}

#[test]
fn an_edit_makes_a_draft_and_leaves_what_students_see() {
    let Content::Topic(mut topic) = samples::topic() else { panic!("a topic") };
    topic.title.nl = "Eten en drinken".into();
    let edited = after(&TO_LIVE).edit(Content::Topic(topic), editor()).expect("the same topic");

    assert_eq!(edited.state().status, Status::Draft);
    assert_eq!(edited.state().title, "Eten en drinken");
    assert!(edited.state().live && edited.facts().is_empty());
}

#[test]
fn an_edit_that_changes_nothing_takes_nothing_back() {
    assert!(after(&TO_LIVE).edit(samples::topic(), editor()).expect("the same").is_none());
}

#[test]
fn a_name_is_for_ever() {
    let Content::Topic(mut topic) = samples::topic() else { panic!("a topic") };
    topic.slug = "drinken".into();
    assert_eq!(item().edit(Content::Topic(topic), editor()).expect_err("another"), Refusal::OtherItem);
    assert_eq!(item().edit(samples::word("brood"), editor()).expect_err("another"), Refusal::OtherItem);
}

#[test]
fn an_archived_item_is_not_edited() {
    let Content::Topic(mut topic) = samples::topic() else { panic!("a topic") };
    topic.position = 7;
    let refused = after(&[Step::Archive]).edit(Content::Topic(topic), editor());
    assert_eq!(refused.expect_err("archived"), Refusal::Archived);
}

fn word() -> Item {
    Item::new(samples::word_id("brood"), samples::word("brood"), editor())
}

fn recorded(item: Item, recording: Recording) -> Item {
    item.record(recording, editor()).expect("the same text").into_parts().0
}

fn acts(item: &Item) -> Vec<Act> {
    item.history.iter().map(|entry| entry.act).collect()
}

#[test]
fn a_recording_is_a_change_of_the_working_version() {
    let item = TO_LIVE.into_iter().enumerate().fold(word(), |item, (number, step)| {
        item.take(&intent(number, step), editor()).expect("possible").into_parts().0
    });
    let item = recorded(item, samples::computers("het brood", 20));
    assert_eq!((item.status, item.live, acts(&item).pop()), (Status::Draft, true, Some(Act::Recorded)));

    let again = item.clone().record(samples::computers("het brood", 20), editor()).expect("the same");
    assert!(again.is_none());
}

#[test]
fn a_persons_recording_replaces_a_computers_and_stays() {
    let item = recorded(word(), samples::computers("het brood", 20));
    let item = recorded(item, samples::persons("het brood", 21));
    let late = item.clone().record(samples::computers("het brood", 22), editor()).expect("kept");
    assert!(late.is_none());
    assert_eq!(item.heard(), Some(&samples::persons("het brood", 21)));
    let history: Vec<_> = item.history.iter().filter_map(|entry| entry.recording.as_ref()).collect();
    assert_eq!(history, [&samples::computers("het brood", 20), &samples::persons("het brood", 21)]);
}

#[test]
fn a_recording_that_says_something_else_is_not_heard() {
    let other = word().record(samples::computers("de brood", 20), editor());
    assert_eq!(other.expect_err("another text"), Refusal::OtherText);
    assert_eq!(
        item().record(samples::persons("Eten", 20), editor()).expect_err("a topic"),
        Refusal::OtherText
    );

    let item = recorded(word(), samples::persons("het brood", 20));
    let Content::Word(mut corrected) = item.content.clone() else { panic!("a word") };
    corrected.noun.as_mut().expect("a noun").articles = vec![events::admin::Article::De];
    let item = item.edit(Content::Word(corrected), editor()).expect("the same word").into_parts().0;
    assert_eq!(item.heard(), None);

    let item = recorded(item, samples::computers("de brood", 21));
    assert_eq!(item.heard(), Some(&samples::computers("de brood", 21)), "nobody has said that yet");
}

#[test]
fn an_archived_word_is_not_recorded() {
    let archived = word().take(&intent(0, Step::Archive), editor()).expect("possible").into_parts().0;
    let refused = archived.record(samples::persons("het brood", 20), editor());
    assert_eq!(refused.expect_err("archived"), Refusal::Archived);
}

#[test]
fn a_step_is_taken_once() {
    let taken = after(&[Step::Submit]);
    assert!(taken.clone().take(&intent(0, Step::Submit), editor()).expect("a repeat").is_none());

    let others = [
        (intent(0, Step::Approve), editor()),
        (Intent { reason: Some("typo".into()), ..intent(0, Step::Submit) }, editor()),
        (intent(0, Step::Submit), Editor { id: user("boris"), ..editor() }),
    ];
    for (intent, editor) in others {
        assert_eq!(taken.clone().take(&intent, editor).expect_err("another"), Refusal::OtherStep);
    }
}

#[test]
fn all_possible_steps_are_taken_in_one_change() {
    let all = TO_LIVE.map(|step| intent(9, step));
    let change = item().take_those_possible(&all, editor());
    assert_eq!((change.state().status, change.facts().len()), (Status::Published, 1));

    let again = change.state().clone().take_those_possible(&all, editor());
    assert!(again.is_none());

    let nothing_to_do =
        change.into_parts().0.take_those_possible(&TO_LIVE.map(|step| intent(10, step)), editor());
    assert!(nothing_to_do.is_none());
}

#[test]
fn an_import_changes_an_item_once() {
    let import = ImportId::derive(ids::CONTENT, "first");
    let Content::Topic(mut topic) = samples::topic() else { panic!("a topic") };
    topic.position = 7;
    let imported = Content::Topic(topic);

    let take_over = |item: Item, content: &Content| {
        item.take_over(content.clone(), import, editor()).expect("the same topic")
    };
    let change = take_over(item(), &imported);
    assert_eq!(change.state().content, imported);
    let edited_since =
        change.into_parts().0.edit(samples::topic(), editor()).expect("the same").into_parts().0;
    assert!(take_over(edited_since, &imported).is_none());

    assert!(take_over(after(&[Step::Archive]), &imported).is_none());
    let another = item().take_over(samples::word("brood"), import, editor());
    assert_eq!(another.expect_err("another"), Refusal::OtherItem);
}

#[test]
fn the_last_versions_are_kept_whole() {
    let round = [Step::Submit, Step::Approve, Step::Publish, Step::Archive, Step::Restore];
    let steps: Vec<_> = std::iter::repeat_n(round, MOST_VERSIONS + 5).flatten().collect();
    let item = after(&steps);

    let kept: Vec<_> = item.versions().map(|(version, ..)| version).collect();
    assert_eq!(kept.len(), MOST_VERSIONS);
    assert_eq!(kept.last(), Some(&(item.version - 1)), "the last number was given to an archiving");
}

proptest! {
    #[test]
    fn history_is_bounded_and_versions_only_rise(steps in prop::collection::vec(0..Step::ALL.len(), 0..600)) {
        let mut item = item();
        let mut last = 0;
        for (number, step) in steps.into_iter().enumerate() {
            let Ok(change) = item.clone().take(&intent(number, Step::ALL[step]), editor()) else { continue };
            item = change.into_parts().0;
            prop_assert!(item.version == last || item.version == last + 1);
            prop_assert!(item.live || item.status != Status::Published);
            last = item.version;
        }
        prop_assert!(item.history.len() <= LONGEST_HISTORY);
    }
}
