//! One row of the week template: hours for conversations, or a break.

use contract::calendar::PlaceOption;
use contract::rules::ContactChannel;
use leptos::prelude::*;

use super::plan::day_id;
use super::plan_draft::{HOME, PlanDraft, RowDraft, RowKind};
use crate::text::{dates, fill, text, text_of, use_texts};
use crate::ui::{
    Button, ButtonKind, CheckboxGroup, Choice, FieldProblem, Select, TextField, focus_element,
    problem_of,
};

/// A row. What is typed goes into the draft at once.
#[component]
pub fn PlanRow(
    /// The row as it is when it appears.
    row: RowDraft,
    /// Its number on that day, from 1.
    number: usize,
    /// Where it is kept.
    draft: RwSignal<PlanDraft>,
    /// Places to choose from.
    places: StoredValue<Vec<PlaceOption>>,
    /// What is wrong.
    problems: RwSignal<Vec<FieldProblem>>,
) -> impl IntoView {
    let RowDraft { key, kind, weekday, from, to, channels, place } = row;
    let id = move |name: &str| format!("row-{key}-{name}");
    let (from, to, place) = (RwSignal::new(from), RwSignal::new(to), RwSignal::new(place));
    let channels = RwSignal::new(channels);
    Effect::new(move |before: Option<()>| {
        let (from, to) = (from.get(), to.get());
        let (channels, place) = (channels.get(), place.get());
        if before.is_some() {
            draft.update(|draft| {
                draft.edit(key, |row| *row = RowDraft { from, to, channels, place, ..row.clone() });
            });
        }
    });
    let name = text_of(move |t| {
        let sentence = match kind {
            RowKind::Block => t.staff().calendar.block,
            RowKind::Break => t.staff().calendar.pause,
        };
        fill(sentence, &[dates::weekday(t.language, weekday), &number.to_string()])
    });
    let shown = match kind {
        RowKind::Block => text(|t| t.staff().calendar.hours),
        RowKind::Break => text(|t| t.staff().calendar.rest),
    };
    let remove = text_of(move |t| fill(t.staff().calendar.remove_name, &[&name.get()]));
    let offer = (kind == RowKind::Block).then(|| {
        view! {
            <CheckboxGroup
                id=id("channels")
                legend=text(|t| t.staff().calendar.channels)
                choices=channel_choices()
                chosen=channels
                error=problem_of(problems, id("channels"))
            />
            <Select
                id=id("place")
                label=text(|t| t.staff().calendar.place)
                choices=place_choices(places)
                value=place
                error=problem_of(problems, id("place"))
            />
        }
    });
    view! {
        <div class="plan-row" role="group" aria-label=name>
            <p class="plan-row__name">{shown}</p>
            <TextField
                id=id("from")
                label=text(|t| t.staff().calendar.from)
                class="input-short"
                value=from
                error=problem_of(problems, id("from"))
            />
            <TextField
                id=id("to")
                label=text(|t| t.staff().calendar.to)
                class="input-short"
                value=to
                error=problem_of(problems, id("to"))
            />
            {offer}
            <Button
                kind=ButtonKind::Tertiary
                text=text(|t| t.staff().calendar.remove)
                label=remove
                on_click=move |()| {
                    // What was pressed goes away with its row.
                    focus_element(&day_id(weekday));
                    draft.update(|draft| draft.remove(key));
                }
            />
        </div>
    }
    .into_any()
}

/// The channels as choices.
pub fn channel_choices() -> Vec<Choice> {
    let t = use_texts();
    let choice = |channel: ContactChannel| {
        let label = Signal::derive(move || t().common.channel(channel).to_owned());
        Choice::new(channel.as_str(), label)
    };
    ContactChannel::ALL.map(choice).into()
}

/// The places as choices.
pub fn place_choices(places: StoredValue<Vec<PlaceOption>>) -> Vec<Choice> {
    let office = |place: PlaceOption| {
        let PlaceOption { id, name, rooms } = place;
        let label = text_of(move |t| match rooms {
            1 => fill(t.staff().calendar.office_place_one, &[&name]),
            rooms => fill(t.staff().calendar.office_place, &[&name, &rooms.to_string()]),
        });
        Choice::new(id, label)
    };
    let offices = places.get_value().into_iter().map(office);
    offices.chain([Choice::new(HOME, text(|t| t.staff().calendar.home))]).collect()
}
