//! The page's side of keeping what is typed, with the server's own rule on the other side.

use contract::problem::FieldError;

use super::*;

/// The server: it stores what merges.
#[derive(Default)]
struct Stored(Draft);

impl Stored {
    fn save(&mut self, changes: &[DraftChange]) -> DraftSaved {
        self.0.take_in(DraftForm::JobPlan, changes)
    }
}

/// A phone or a computer with the plan open.
struct Device(Fields);

impl Device {
    fn new() -> Self {
        Self(Fields::new(DraftForm::JobPlan))
    }

    fn types(&mut self, field: &str, text: &str) {
        self.0.edit(field, text.to_owned());
    }

    fn saves(&mut self, server: &mut Stored) {
        let changes = self.0.changes();
        self.0.sending(&changes);
        let answer = server.save(&changes);
        self.0.take(&changes, answer);
    }

    /// Sends, and never hears the answer.
    fn saves_unheard(&mut self, server: &mut Stored) {
        let changes = self.0.changes();
        self.0.sending(&changes);
        server.save(&changes);
    }

    fn looks(&mut self, server: &Stored) {
        self.0.refresh(server.0.clone());
    }

    fn conflict(&self) -> Option<String> {
        self.0.conflicts().first().map(|field| field.value.clone())
    }
}

#[test]
fn only_what_changed_is_sent() {
    let (mut server, mut phone) = (Stored::default(), Device::new());
    phone.types("goal", "Bager");
    phone.types("a.why", "Jeg har prøvet det");
    phone.saves(&mut server);
    assert!(phone.0.changes().is_empty() && !phone.0.is_dirty());
    phone.types("goal", "Bager, 20 timer");
    let changes = phone.0.changes();
    assert_eq!(changes.len(), 1);
    assert_eq!((changes[0].field.as_str(), changes[0].base), ("goal", 1));
}

#[test]
fn two_devices_in_different_fields_are_asked_nothing() {
    let (mut server, mut phone, mut laptop) = (Stored::default(), Device::new(), Device::new());
    phone.types("goal", "Bager");
    laptop.types("a.why", "Jeg kan lide det");
    phone.saves(&mut server);
    laptop.saves(&mut server);
    phone.looks(&server);
    laptop.looks(&server);
    for device in [&phone, &laptop] {
        assert_eq!(device.0.text("goal"), "Bager");
        assert_eq!(device.0.text("a.why"), "Jeg kan lide det");
        assert_eq!(device.conflict(), None);
    }
}

#[test]
fn two_devices_in_the_same_field_show_both_and_the_person_picks() {
    let (mut server, mut phone, mut laptop) = (Stored::default(), Device::new(), Device::new());
    phone.types("goal", "Bager");
    phone.saves(&mut server);
    laptop.types("goal", "Kok");
    laptop.saves(&mut server);
    assert_eq!(laptop.conflict().as_deref(), Some("Bager"));
    assert_eq!(laptop.0.text("goal"), "Kok", "what is typed stays on screen");
    assert!(laptop.0.changes().is_empty(), "and waits for the person");
    laptop.0.keep_mine("goal");
    laptop.saves(&mut server);
    phone.looks(&server);
    assert_eq!((phone.0.text("goal"), phone.conflict()), ("Kok", None));
    laptop.types("goal", "Kok på fuld tid");
    phone.types("goal", "Kok i en kantine");
    laptop.saves(&mut server);
    phone.looks(&server);
    assert_eq!(phone.0.keep_other("goal").as_deref(), Some("Kok på fuld tid"));
    assert!(!phone.0.is_dirty());
}

#[test]
fn a_save_whose_answer_was_lost_is_not_a_conflict_with_oneself() {
    let (mut server, mut phone) = (Stored::default(), Device::new());
    phone.types("goal", "Bag");
    phone.saves_unheard(&mut server);
    phone.types("goal", "Bager");
    phone.saves(&mut server);
    assert_eq!(phone.conflict(), None);
    phone.saves(&mut server);
    assert_eq!(server.0.value("goal"), "Bager");
    assert!(!phone.0.is_dirty());
}

#[test]
fn what_was_kept_in_the_browser_comes_back_and_is_sent() {
    let (mut server, mut phone) = (Stored::default(), Device::new());
    phone.types("goal", "Bag");
    phone.saves(&mut server);
    phone.types("goal", "Bager");
    phone.saves_unheard(&mut server);
    phone.types("goal", "Bager om natten");
    let kept = phone.0.unsent();
    let mut reopened = Device::new();
    reopened.looks(&server);
    assert_eq!(reopened.0.text("goal"), "Bager");
    reopened.0.restore(kept);
    assert_eq!((reopened.0.text("goal"), reopened.conflict()), ("Bager om natten", None));
    reopened.saves(&mut server);
    assert_eq!(server.0.value("goal"), "Bager om natten");
}

#[test]
fn what_was_kept_and_is_written_elsewhere_meanwhile_is_a_conflict() {
    let (mut server, mut phone, mut laptop) = (Stored::default(), Device::new(), Device::new());
    phone.types("goal", "Bager");
    let kept = phone.0.unsent();
    laptop.types("goal", "Kok");
    laptop.saves(&mut server);
    let mut reopened = Device::new();
    reopened.looks(&server);
    reopened.0.restore(kept);
    assert_eq!(reopened.0.text("goal"), "Bager");
    assert_eq!(reopened.conflict().as_deref(), Some("Kok"));
}

#[test]
fn a_text_that_is_too_long_stays_and_does_not_hold_up_the_others() {
    let (mut server, mut phone) = (Stored::default(), Device::new());
    let long = "æ".repeat(limits::PLAN_LINE_CHARS + 1);
    phone.types("goal", &long);
    phone.types("talk", "Timer");
    phone.saves(&mut server);
    assert_eq!((server.0.value("goal"), server.0.value("talk")), ("", "Timer"));
    assert_eq!(phone.0.text("goal"), long);
    assert_eq!(phone.0.refused(), [("goal".to_owned(), FieldCode::TooLong)]);
    let unsent = phone.0.unsent();
    assert!(unsent.iter().any(|change| change.value == long), "kept in the browser");
}

#[test]
fn what_the_server_refuses_stays_on_screen() {
    let mut phone = Device::new();
    phone.types("goal", "Bager");
    let changes = phone.0.changes();
    let refused = vec![FieldError::new("goal", FieldCode::TooLong)];
    phone.0.take(&changes, DraftSaved { refused, ..DraftSaved::default() });
    assert_eq!(phone.0.text("goal"), "Bager");
    assert!(phone.0.is_dirty());
    assert!(phone.0.changes().is_empty(), "and is not sent again and again");
    phone.types("goal", "Bager, nat");
    assert_eq!(phone.0.changes().len(), 1);
}

#[test]
fn a_row_taken_away_while_another_device_writes_in_it_is_a_conflict() {
    let (mut server, mut phone, mut laptop) = (Stored::default(), Device::new(), Device::new());
    phone.types("a.steps.x.what", "Ringe til chefen");
    phone.saves(&mut server);
    laptop.looks(&server);
    laptop.types("a.steps.x.what", "Ringe til min chef");
    laptop.saves(&mut server);
    phone.types("a.steps.x.what", "");
    phone.saves(&mut server);
    assert_eq!(phone.conflict().as_deref(), Some("Ringe til min chef"));
    assert_eq!(server.0.value("a.steps.x.what"), "Ringe til min chef");
}

#[test]
fn an_older_answer_does_not_replace_a_newer_text() {
    let (mut server, mut phone) = (Stored::default(), Device::new());
    phone.types("goal", "Et");
    phone.saves(&mut server);
    let old = server.0.clone();
    phone.types("goal", "Et to tre");
    phone.saves(&mut server);
    phone.0.refresh(old);
    assert_eq!((phone.0.text("goal"), phone.conflict()), ("Et to tre", None));
    assert!(!phone.0.is_dirty());
}

#[test]
fn a_text_met_while_a_save_is_on_its_way_is_still_to_be_picked() {
    let (mut server, mut phone, mut laptop) = (Stored::default(), Device::new(), Device::new());
    phone.types("goal", "Bager");
    let changes = phone.0.changes();
    phone.0.sending(&changes);
    let slow = server.save(&changes);
    laptop.looks(&server);
    laptop.types("goal", "Kok");
    laptop.saves(&mut server);
    phone.types("goal", "Bager om natten");
    phone.looks(&server);
    assert_eq!(phone.conflict().as_deref(), Some("Kok"));
    phone.0.take(&changes, slow);
    assert_eq!(phone.conflict().as_deref(), Some("Kok"));
}

#[test]
fn what_another_device_wrote_unseen_is_not_shared() {
    let (mut server, mut phone, mut laptop) = (Stored::default(), Device::new(), Device::new());
    phone.types("goal", "Bager");
    phone.saves(&mut server);
    laptop.looks(&server);
    laptop.types("c.why", "Kun her");
    laptop.saves(&mut server);
    phone.types("goal", "Bager, 20 timer");
    phone.saves(&mut server);
    assert_eq!(server.0.version, 3);
    assert_eq!(phone.0.draft().version, 1, "the laptop's text has not been on this screen");
    phone.looks(&server);
    assert_eq!(phone.0.draft().version, 3);
}

#[test]
fn two_windows_that_kept_different_texts_leave_the_choice_to_the_person() {
    let (mut server, mut newer, mut older) = (Stored::default(), Device::new(), Device::new());
    older.types("goal", "Bager");
    newer.types("goal", "Kok");
    newer.types("talk", "Timer");
    let mut reopened = Device::new();
    reopened.looks(&server);
    for kept in [newer.0.unsent(), older.0.unsent()] {
        reopened.0.restore(kept);
    }
    assert_eq!((reopened.0.text("goal"), reopened.0.text("talk")), ("Kok", "Timer"));
    assert_eq!(reopened.conflict().as_deref(), Some("Bager"));
    assert_eq!(reopened.0.keep_other("goal").as_deref(), Some("Bager"));
    reopened.saves(&mut server);
    assert_eq!(server.0.value("goal"), "Bager", "and it is stored");
}

#[test]
fn a_copy_that_comes_late_does_not_touch_what_is_typed() {
    let (mut server, mut phone) = (Stored::default(), Device::new());
    let mut before = Device::new();
    before.types("goal", "Gammelt");
    phone.looks(&server);
    phone.types("goal", "Nyt");
    phone.0.restore(before.0.unsent());
    assert_eq!(phone.0.text("goal"), "Nyt");
    assert_eq!(phone.conflict().as_deref(), Some("Gammelt"));
    phone.0.keep_mine("goal");
    phone.saves(&mut server);
    assert_eq!(server.0.value("goal"), "Nyt");
}

#[test]
fn a_row_taken_away_here_and_written_elsewhere_is_still_shown() {
    let (mut server, mut phone, mut laptop) = (Stored::default(), Device::new(), Device::new());
    phone.types("a.steps.x.what", "Ringe");
    phone.saves(&mut server);
    laptop.looks(&server);
    laptop.types("a.steps.x.what", "Ringe til chefen");
    laptop.saves(&mut server);
    phone.types("a.steps.x.what", "");
    phone.saves(&mut server);
    assert_eq!(phone.0.said().collect::<Vec<_>>(), ["a.steps.x.what"]);
}

#[test]
fn a_text_written_where_another_device_has_emptied_is_stored_without_a_question() {
    let (mut server, mut phone, mut laptop) = (Stored::default(), Device::new(), Device::new());
    phone.types("goal", "Bager");
    phone.saves(&mut server);
    laptop.looks(&server);
    laptop.types("goal", "");
    laptop.saves(&mut server);
    phone.types("goal", "Bager om natten");
    phone.saves(&mut server);
    assert_eq!(phone.conflict(), None);
    phone.saves(&mut server);
    assert_eq!(server.0.value("goal"), "Bager om natten");
}

#[test]
fn a_row_that_was_too_many_is_sent_once_there_is_room() {
    let mut phone = Device::new();
    phone.types("a.steps.x.what", "Et");
    phone.types("a.steps.y.what", "To");
    let changes = phone.0.changes();
    let refused = vec![FieldError::new("a.steps.y.what", FieldCode::TooMany)];
    phone.0.take(&changes, DraftSaved { refused, ..DraftSaved::default() });
    assert!(phone.0.changes().iter().all(|change| change.field != "a.steps.y.what"));
    phone.types("a.steps.x.what", "");
    assert!(phone.0.changes().iter().any(|change| change.field == "a.steps.y.what"));
}

#[test]
fn what_could_not_be_written_then_is_sent_again_when_the_draft_is_read_anew() {
    let mut phone = Device::new();
    phone.types("goal", "Dekorere kager");
    let changes = phone.0.changes();
    let refused = vec![FieldError::new("goal", FieldCode::NotNow)];
    phone.0.take(&changes, DraftSaved { refused, ..DraftSaved::default() });
    assert!(phone.0.changes().is_empty());
    phone.0.refresh(Draft::default());
    assert_eq!(phone.0.changes(), changes);
}
