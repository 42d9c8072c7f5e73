//! The screens of the wizard, one for each part of the plan.

mod hours;
mod parties;
mod period;
mod remarks;
mod typical;

use contract::retention_plan::{
    AbsenceKind, CareKind, FollowUpPart, RetentionField, RetentionSection, SupportKind, TaskKind,
};
use leptos::prelude::*;

use super::desk::CaseDesk;
use super::fields::{Words, area, examples, field, say};
use super::screen::screen;
use crate::form::{self, Form, Problems};
use crate::ui::Choice;

/// The screen of a part.
pub(super) fn page(desk: CaseDesk, section: RetentionSection) -> AnyView {
    let title: Words = match section {
        RetentionSection::Parties => |t| t.parties,
        RetentionSection::Absence => |t| t.absence,
        RetentionSection::Tasks => |t| t.tasks,
        RetentionSection::Hours => |t| t.hours,
        RetentionSection::Care => |t| t.care,
        RetentionSection::Support => |t| t.support,
        RetentionSection::FollowUp => |t| t.follow_up,
    };
    let form = desk.form;
    screen(desk, section, say(title), move |known, problems| match section {
        RetentionSection::Parties => parties::fields(desk, known, problems),
        RetentionSection::Absence => absence(form, problems),
        RetentionSection::Tasks => tasks(form, problems),
        RetentionSection::Hours => hours::fields(desk, known, problems),
        RetentionSection::Care => care(form, problems),
        RetentionSection::Support => support(form, problems),
        RetentionSection::FollowUp => follow_up(form, problems),
    })
}

fn absence(form: Form, problems: Problems) -> AnyView {
    let choices = AbsenceKind::ALL.map(|kind| {
        let label: Words = match kind {
            AbsenceKind::Full => |t| t.absence_full,
            AbsenceKind::Partial => |t| t.absence_partial,
        };
        Choice::new(kind.as_str(), say(label))
    });
    let kind = field(&RetentionField::Absence, |t| t.absence_field);
    let back = field(&RetentionField::ExpectedReturn, |t| t.expected_return);
    view! {
        {form::radios(form, kind.hint(say(|t| t.absence_hint)), choices.to_vec(), problems)}
        {form::day(form, back, problems)}
        {area(form, RetentionField::Goal, |t| t.goal, |t| t.goal_hint, problems)}
        {examples(&[|t| t.goal_1, |t| t.goal_2, |t| t.goal_3])}
    }
    .into_any()
}

fn tasks(form: Form, problems: Problems) -> AnyView {
    let key = RetentionField::Task;
    view! {
        <p><strong>{say(|t| t.no_illness)}</strong></p>
        {area(form, key(TaskKind::Can), |t| t.can, |t| t.can_hint, problems)}
        {examples(&[|t| t.can_1, |t| t.can_2, |t| t.can_3])}
        {area(form, key(TaskKind::Cannot), |t| t.cannot, |t| t.cannot_hint, problems)}
        {examples(&[|t| t.cannot_1, |t| t.cannot_2, |t| t.cannot_3])}
        {area(form, key(TaskKind::Changed), |t| t.changed, |t| t.changed_hint, problems)}
        {examples(&[|t| t.changed_1, |t| t.changed_2, |t| t.changed_3])}
    }
    .into_any()
}

fn care(form: Form, problems: Problems) -> AnyView {
    let text = |kind, label, hint| area(form, RetentionField::Care(kind), label, hint, problems);
    view! {
        <p>{say(|t| t.care_hint)} " " <strong>{say(|t| t.no_illness)}</strong></p>
        {text(CareKind::Considerations, |t| t.considerations, |t| t.considerations_hint)}
        {examples(&[|t| t.considerations_1, |t| t.considerations_2, |t| t.considerations_3])}
        {text(CareKind::Aids, |t| t.aids, |t| t.aids_hint)}
        {examples(&[|t| t.aids_1, |t| t.aids_2, |t| t.aids_3])}
        {text(CareKind::Home, |t| t.home, |t| t.home_hint)}
        {text(CareKind::Breaks, |t| t.breaks, |t| t.breaks_hint)}
        {text(CareKind::Mentor, |t| t.mentor, |t| t.mentor_hint)}
    }
    .into_any()
}

fn support(form: Form, problems: Problems) -> AnyView {
    let kinds = SupportKind::ALL.iter().map(|kind| {
        let label: Words = match kind {
            SupportKind::Adviser => |t| t.support_adviser,
            SupportKind::Aids => |t| t.support_aids,
            SupportKind::Assistance => |t| t.support_assistance,
            SupportKind::Agreement56 => |t| t.support_agreement,
            SupportKind::WorkTrial => |t| t.support_trial,
            SupportKind::FastTrack => |t| t.support_fast_track,
            SupportKind::RoundTable => |t| t.support_round_table,
        };
        form::check(form, field(&RetentionField::Support(*kind), label))
    });
    let note = RetentionField::SupportNote;
    view! {
        <p>{say(|t| t.support_hint)}</p>
        <div class="support-choices">{kinds.collect_view()}</div>
        {area(form, note, |t| t.support_note, |t| t.support_note_hint, problems)}
        {examples(&[|t| t.note_1, |t| t.note_2, |t| t.note_3])}
    }
    .into_any()
}

fn follow_up(form: Form, problems: Problems) -> AnyView {
    let key = RetentionField::FollowUp;
    let (date, who) = (key(FollowUpPart::Date), key(FollowUpPart::Who));
    let (fails, contact) = (key(FollowUpPart::Fails), key(FollowUpPart::Contact));
    view! {
        {form::day(form, field(&date, |t| t.follow_up_date), problems)}
        {form::short(form, field(&who, |t| t.follow_up_who), problems)}
        {area(form, fails, |t| t.follow_up_fails, |t| t.follow_up_fails_hint, problems)}
        {examples(&[|t| t.fails_1, |t| t.fails_2, |t| t.fails_3])}
        {area(form, contact, |t| t.follow_up_contact, |t| t.follow_up_contact_hint, problems)}
    }
    .into_any()
}
