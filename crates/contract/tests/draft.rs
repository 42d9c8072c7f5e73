//! Merging what is typed: by example, and whatever the interleaving of devices whose answers
//! may get lost. Nothing accepted, a text or its deletion, is ever replaced by somebody who had
//! not seen it.

use std::collections::BTreeMap;

use contract::draft::{
    Draft, DraftChange, DraftField, DraftForm, DraftSaved, Merge, SaveDraft, SavedField, merge,
};
use contract::limits;
use contract::problem::{FieldCode, FieldError};
use proptest::collection::vec;
use proptest::prelude::*;

const FORM: DraftForm = DraftForm::JobPlan;
const FIELDS: [&str; 4] = ["goal", "a.why", "b.steps.s1.what", "talk"];

fn change(field: &str, base: u32, value: &str) -> DraftChange {
    DraftChange { field: field.to_owned(), base, value: value.to_owned() }
}

fn saved(field: &str, version: u32) -> SavedField {
    SavedField { field: field.to_owned(), version }
}

/// A save on its way: from which device, of which fields, with which texts, and whether its
/// answer comes back.
#[derive(Clone, Debug)]
struct Sent {
    device: usize,
    texts: Vec<(usize, String)>,
    answered: bool,
}

fn sent() -> impl Strategy<Value = Sent> {
    let text = prop_oneof![Just(String::new()), "[a-c]", "[a-zæøå 🌱]{1,6}"];
    let texts = vec((0..FIELDS.len(), text), 1..4).prop_map(|mut texts| {
        texts.sort_by_key(|(field, _)| *field);
        texts.dedup_by_key(|(field, _)| *field);
        texts
    });
    (0_usize..3, texts, any::<bool>()).prop_map(|(device, texts, answered)| Sent {
        device,
        texts,
        answered,
    })
}

/// A text that was accepted.
#[derive(Clone, Debug)]
struct Accepted {
    version: u32,
    seen: u32,
    text: String,
}

/// Lets the saves arrive in this order; gives the draft, and for each field what was accepted.
fn arrive(saves: &[Sent]) -> (Draft, BTreeMap<String, Vec<Accepted>>) {
    let mut draft = Draft::default();
    let mut accepted: BTreeMap<String, Vec<Accepted>> = BTreeMap::new();
    let mut on_screen = vec![BTreeMap::<String, u32>::new(); 3];
    for save in saves {
        let seen = &on_screen[save.device];
        let changes: Vec<DraftChange> = save
            .texts
            .iter()
            .map(|(field, text)| {
                let name = FIELDS[*field];
                change(name, seen.get(name).copied().unwrap_or_default(), text)
            })
            .collect();
        let before = draft.version;
        let answer = draft.take_in(FORM, &changes);
        assert_eq!(answer.version, draft.version);
        assert_eq!(
            answer.saved.len() + answer.conflicts.len() + answer.refused.len(),
            changes.len(),
            "each change is answered once"
        );
        for sent in &changes {
            let new = answer.saved.iter().find(|new| new.field == sent.field);
            let Some(new) = new.filter(|new| new.version > before) else { continue };
            accepted.entry(sent.field.clone()).or_default().push(Accepted {
                version: new.version,
                seen: sent.base,
                text: sent.value.clone(),
            });
        }
        if save.answered {
            learn(&mut on_screen[save.device], &answer);
        }
    }
    (draft, accepted)
}

fn learn(on_screen: &mut BTreeMap<String, u32>, answer: &DraftSaved) {
    let saved = answer.saved.iter().map(|field| (&field.field, field.version));
    let shown = answer.conflicts.iter().map(|field| (&field.field, field.version));
    on_screen.extend(saved.chain(shown).map(|(field, version)| (field.clone(), version)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_accepted_is_replaced_unseen(saves in vec(sent(), 1..40)) {
        let (draft, accepted) = arrive(&saves);
        for (field, texts) in accepted {
            for pair in texts.windows(2) {
                let (before, after) = (&pair[0], &pair[1]);
                prop_assert!(before.version < after.version, "versions count on");
                prop_assert!(
                    after.seen == before.version,
                    "{}: {:?} replaced {:?} unseen", field, after, before
                );
            }
            prop_assert_eq!(draft.value(&field), &texts[texts.len() - 1].text);
        }
    }

    #[test]
    fn a_save_that_is_sent_again_changes_nothing(saves in vec(sent(), 1..20)) {
        let (mut draft, _) = arrive(&saves);
        let last = &saves[saves.len() - 1];
        let changes: Vec<DraftChange> =
            last.texts.iter().map(|(field, text)| change(FIELDS[*field], 0, text)).collect();
        let first = draft.take_in(FORM, &changes);
        let after = draft.clone();
        let again = draft.take_in(FORM, &changes);
        prop_assert_eq!(&draft, &after);
        prop_assert_eq!(first.saved.len(), again.saved.len());
        prop_assert_eq!(first.conflicts, again.conflicts);
    }

    #[test]
    fn devices_in_different_fields_are_never_asked(
        texts in vec((0..FIELDS.len(), "[a-z]{1,4}"), 1..40),
    ) {
        let mut draft = Draft::default();
        let mut on_screen = vec![BTreeMap::new(); FIELDS.len()];
        for (device, text) in texts {
            let field = FIELDS[device];
            let base = on_screen[device].get(field).copied().unwrap_or_default();
            let answer = draft.take_in(FORM, &[change(field, base, &text)]);
            prop_assert_eq!(&answer.conflicts, &vec![]);
            learn(&mut on_screen[device], &answer);
        }
    }
}

#[test]
fn each_outcome_of_a_merge_has_its_example() {
    let stored = |value: &str, version| DraftField {
        field: "goal".to_owned(),
        value: value.to_owned(),
        version,
    };
    for (name, stored, change, expected) in [
        ("the first text", stored("", 0), change("goal", 0, "Bager"), Merge::Write),
        ("nothing yet", stored("", 0), change("goal", 0, ""), Merge::Same),
        ("what was seen", stored("Bager", 3), change("goal", 3, "Konditor"), Merge::Write),
        ("sent again", stored("Bager", 3), change("goal", 2, "Bager"), Merge::Same),
        ("unseen", stored("Bager", 3), change("goal", 2, "Konditor"), Merge::Conflict),
        ("emptied unseen", stored("Bager", 3), change("goal", 2, ""), Merge::Conflict),
        ("deleted meanwhile", stored("", 3), change("goal", 2, "Konditor"), Merge::Conflict),
        ("deleted, and seen", stored("", 3), change("goal", 3, "Konditor"), Merge::Write),
        ("deleted by both", stored("", 3), change("goal", 2, ""), Merge::Same),
        ("never written here", stored("", 0), change("goal", 4, "Konditor"), Merge::Write),
        ("from the future", stored("Bager", 3), change("goal", 4, "Konditor"), Merge::Conflict),
    ] {
        assert_eq!(merge(&stored, &change), expected, "{name}");
    }
}

#[test]
fn a_late_save_does_not_bring_a_deleted_text_back() {
    let mut draft = Draft::default();
    draft.take_in(FORM, &[change("talk", 0, "Min diagnose")]);
    draft.take_in(FORM, &[change("talk", 1, "")]);
    let late = draft.take_in(FORM, &[change("talk", 1, "Min diagnose og min chef")]);
    assert_eq!((late.saved, late.version), (vec![], 2));
    let empty = DraftField { field: "talk".to_owned(), value: String::new(), version: 2 };
    assert_eq!(late.conflicts, [empty], "the page hears that it is empty now");
    assert_eq!(draft.value("talk"), "");
    let seen = draft.take_in(FORM, &[change("talk", 2, "Min chef")]);
    assert_eq!(seen.saved, [saved("talk", 3)]);
}

#[test]
fn everything_written_in_one_save_gets_the_same_version() {
    let mut draft = Draft::default();
    let changes = [change("goal", 0, "Bager"), change("talk", 0, "Timer")];
    let answer = draft.take_in(FORM, &changes);
    assert_eq!(answer.saved, [saved("goal", 1), saved("talk", 1)]);
    let answer = draft.take_in(FORM, &[change("goal", 0, "Bager"), change("talk", 0, "Andet")]);
    assert_eq!((answer.saved, answer.version), (vec![saved("goal", 1)], 1), "nothing written");
    assert_eq!(answer.conflicts[0].value, "Timer");
}

#[test]
fn a_list_holds_so_many_rows_and_not_one_more() {
    let row = |row: usize| change(&format!("ramp.r{row:02}.hours"), 0, "5");
    let mut draft = Draft::default();
    let rows: Vec<DraftChange> = (0..limits::PLAN_STEPS).map(row).collect();
    assert_eq!(draft.take_in(FORM, &rows).refused, []);
    let over = draft.take_in(FORM, &[row(limits::PLAN_STEPS)]);
    assert_eq!(over.refused, [FieldError::new("ramp.r30.hours", FieldCode::TooMany)]);
    let same_row = draft.take_in(FORM, &[change("ramp.r00.from", 0, "2026-01-01")]);
    assert_eq!(same_row.refused, [], "another part of a row that is there");
    let emptied = [change("ramp.r31.hours", 0, "5"), change("ramp.r01.hours", 1, " ")];
    assert_eq!(draft.take_in(FORM, &emptied).refused, [], "one emptied, one new");
}

#[test]
fn a_draft_holds_so_many_fields_and_not_one_more() {
    let mut draft = Draft::default();
    for row in 0..limits::DRAFT_FIELDS {
        let name = format!("a.steps.s{row}.what");
        let version = draft.take_in(FORM, &[change(&name, 0, "x")]).version;
        draft.take_in(FORM, &[change(&name, version, "")]);
    }
    assert_eq!(draft.fields.len(), limits::DRAFT_FIELDS);
    let over = draft.take_in(FORM, &[change("goal", 0, "Bager")]);
    assert_eq!(over.refused, [FieldError::new("goal", FieldCode::TooMany)]);
    let known = draft.take_in(FORM, &[change("a.steps.s0.what", 2, "Ringe")]);
    assert_eq!(known.saved.len(), 1, "what is there can be written");
}

#[test]
fn a_list_of_changes_is_checked_as_a_whole() {
    let list = |count: usize| SaveDraft {
        changes: (0..count).map(|row| change(&format!("a.steps.s{row}.what"), 0, "x")).collect(),
    };
    assert_eq!(list(limits::DRAFT_CHANGES).check(), []);
    let over = list(limits::DRAFT_CHANGES + 1).check();
    assert_eq!(over, [FieldError::new("changes", FieldCode::TooMany)]);
    let twice = SaveDraft { changes: vec![change("goal", 0, "a"), change("goal", 0, "b")] };
    assert_eq!(twice.check(), [FieldError::new("changes[1].field", FieldCode::Overlaps)]);
}
