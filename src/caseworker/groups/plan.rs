//! Planning a group session: the button, and the dialog with its fields.

use contract::groups::StaffGroups;
use contract::problem::{ErrorCode, FieldCode, FieldError};
use leptos::prelude::*;

use super::draft::{GroupDraft, VIDEO, message};
use super::words::when;
use crate::api::attempt::{Attempt, attempt};
use crate::api::{ApiError, IdempotencyKey, groups};
use crate::caseworker::dialogs::{Answer, FieldsDialog};
use crate::caseworker::notice::Notice;
use crate::form::Problems;
use crate::text::groups::theme_name;
use crate::text::{dates, fill, text, text_of, use_texts};
use crate::ui::{Button, ButtonKind, Choice, FieldProblem, Select, TextField, live_if, problem_of};

/// The fields, as they are typed.
#[derive(Clone, Copy)]
struct Form {
    theme: RwSignal<String>,
    day: RwSignal<String>,
    from: RwSignal<String>,
    room: RwSignal<String>,
    seats: RwSignal<String>,
    sent: StoredValue<Option<Attempt<IdempotencyKey, GroupDraft>>>,
}

impl Form {
    fn new(may: &StaffGroups) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            theme: empty(),
            day: empty(),
            from: RwSignal::new("13:00".to_owned()),
            room: RwSignal::new(VIDEO.to_owned()),
            seats: RwSignal::new(may.max_seats.to_string()),
            sent: StoredValue::new(None),
        }
    }

    fn draft(self) -> GroupDraft {
        GroupDraft {
            theme: self.theme.get(),
            day: self.day.get(),
            from: self.from.get(),
            room: self.room.get(),
            seats: self.seats.get(),
        }
    }

    /// The key for what is typed: something else typed is another thing to be made.
    fn key(self) -> IdempotencyKey {
        let typed = untrack(|| self.draft());
        let attempt = attempt(self.sent.get_value(), typed, IdempotencyKey::new);
        self.sent.set_value(Some(attempt.clone()));
        attempt.key
    }
}

/// The button, and the dialog it opens. What is typed stays when the dialog is closed.
#[component]
pub fn PlanGroup(
    /// What may be planned.
    groups: StaffGroups,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let form = Form::new(&groups);
    let may = StoredValue::new(groups);
    let open = RwSignal::new(false);
    let done = Callback::new(move |()| {
        open.set(false);
        on_change.run(());
        notice.take_focus();
    });
    view! {
        <div class="toolbar">
            <Button
                kind=ButtonKind::Primary
                text=text(|t| t.staff().groups.plan)
                on_click=move |()| {
                    notice.clear();
                    open.set(true);
                }
            />
        </div>
        {live_if(move || open.get().then(|| {
            let close = Callback::new(move |()| open.set(false));
            view! { <PlanDialog form may notice on_done=done on_close=close/> }.into_any()
        }))}
    }
    .into_any()
}

#[component]
fn PlanDialog(
    form: Form,
    may: StoredValue<StaffGroups>,
    notice: Notice,
    on_done: Callback<()>,
    on_close: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let in_words = Callback::new(move |error: FieldError| {
        FieldProblem::new(element(&error.field), may.with_value(|may| message(t(), may, &error)))
    });
    let send = Callback::new(move |group| {
        let key = form.key();
        Box::pin(async move {
            let made = groups::plan(&key, &group).await.map_err(at_its_field)?;
            notice.done(move |t| fill(t.staff().groups.saved, &[&when(t, &made.line)]));
            Ok(())
        }) as Answer
    });
    let minutes = may.with_value(|may| may.minutes);
    let lead = text_of(move |t| fill(t.staff().groups.plan_lead, &[&minutes.to_string()]));
    view! {
        <FieldsDialog
            id="group-dialog"
            heading=text(|t| t.staff().groups.plan)
            lead
            confirm=text(|t| t.staff().groups.save)
            fields=move |problems| fields(form, may, problems)
            read=Callback::new(move |()| may.with_value(|may| form.draft().read(may)))
            in_words
            send
            on_done
            on_close
        />
    }
    .into_any()
}

fn fields(form: Form, may: StoredValue<StaffGroups>, problems: Problems) -> AnyView {
    let (themes, rooms, first_day) =
        may.with_value(|may| (may.themes.clone(), may.rooms.clone(), may.first_day));
    let seats = may.with_value(|may| may.min_seats..=may.max_seats);
    let none = Choice::new("", text(|t| t.staff().groups.choose_theme));
    let themes = themes.into_iter().map(|theme| {
        let code = theme.code.clone();
        Choice::new(code, text_of(move |t| theme_name(t, &theme)))
    });
    let video = Choice::new(VIDEO, text(|t| t.staff().groups.video));
    let rooms = rooms.into_iter().enumerate().map(|(number, room)| {
        let name = format!("{}, {}", room.place, room.room);
        Choice::new(number.to_string(), text_of(move |_| name.clone()))
    });
    let seats =
        seats.map(|count| Choice::new(count.to_string(), text_of(move |_| count.to_string())));
    let hint = text_of(move |t| {
        let day = dates::date_with_year(t.language, first_day);
        fill(t.staff().groups.day_hint, &[&day])
    });
    let at = move |field: &str| problem_of(problems, element(field));
    view! {
        <Select
            id=element("theme")
            label=text(|t| t.staff().groups.theme)
            choices=std::iter::once(none).chain(themes).collect()
            value=form.theme
            error=at("theme")
        />
        <TextField
            id=element("day")
            label=text(|t| t.staff().groups.day)
            hint=hint
            kind="date"
            class="input-width-s"
            value=form.day
            error=at("day")
        />
        <TextField
            id=element("from")
            label=text(|t| t.staff().groups.from)
            kind="time"
            class="input-width-s"
            value=form.from
            error=at("from")
        />
        <Select
            id=element("room")
            label=text(|t| t.staff().groups.room)
            choices=std::iter::once(video).chain(rooms).collect()
            value=form.room
            error=at("room")
        />
        <Select
            id=element("seats")
            label=text(|t| t.staff().groups.seats)
            choices=seats.collect()
            value=form.seats
            error=at("seats")
        />
    }
    .into_any()
}

/// A room that is taken is told at the room, which is what was chosen here.
fn at_its_field(error: ApiError) -> ApiError {
    match error {
        ApiError::Problem(mut problem) if problem.code == ErrorCode::NoRoomFree => {
            problem.code = ErrorCode::InvalidFields;
            problem.errors = vec![FieldError::new("room", FieldCode::Overlaps)];
            ApiError::Problem(problem)
        }
        error => error,
    }
}

/// The element of a field.
fn element(field: &str) -> String {
    format!("group-{field}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::samples::problem;

    #[test]
    fn a_room_that_is_taken_is_told_at_the_room() {
        let refused = |code| at_its_field(ApiError::Problem(Box::new(problem(code))));
        let ApiError::Problem(taken) = refused(ErrorCode::NoRoomFree) else { unreachable!() };
        assert_eq!(taken.errors, [FieldError::new("room", FieldCode::Overlaps)]);
        let ApiError::Problem(clash) = refused(ErrorCode::GroupClash) else { unreachable!() };
        assert_eq!((clash.code, clash.errors), (ErrorCode::GroupClash, Vec::new()));
    }
}
