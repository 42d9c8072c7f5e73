//! The week template while it is edited: rows of text that may not be times yet. Knows
//! nothing of the page.

use contract::calendar::check_template;
use contract::problem::{FieldCode, FieldError};
use contract::rules::{ContactChannel, WallTime, WeekTemplate, WorkBlock, WorkBreak, WorkPlace};

/// The value of a place that is home; places of the configuration go by their own ids.
pub const HOME: &str = "home";

/// Is a row hours for conversations, or a break?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Hours for conversations.
    Block,
    /// A break in them.
    Break,
}

/// One row, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDraft {
    /// Names the row on the page for as long as it is there.
    pub key: u32,
    /// Hours or break.
    pub kind: RowKind,
    /// ISO weekday.
    pub weekday: u8,
    /// Start as typed.
    pub from: String,
    /// End as typed.
    pub to: String,
    /// Channels ticked, by name. Unused in a break.
    pub channels: Vec<String>,
    /// [`HOME`] or the id of a place. Unused in a break.
    pub place: String,
}

/// The template, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDraft {
    /// Every row, in the order of the request.
    pub rows: Vec<RowDraft>,
    /// Minutes after each conversation, as typed.
    pub pause_minutes: String,
    next_key: u32,
}

impl PlanDraft {
    /// The draft of a stored template.
    pub fn of(template: &WeekTemplate) -> Self {
        let mut draft = Self {
            rows: Vec::new(),
            pause_minutes: template.pause_minutes.to_string(),
            next_key: 0,
        };
        for block in &template.blocks {
            draft.push(RowKind::Block, block.weekday, block.from.to_string(), block.to.to_string());
            if let Some(row) = draft.rows.last_mut() {
                row.channels = names(&block.channels);
                row.place = place_name(&block.place);
            }
        }
        for pause in &template.breaks {
            draft.push(RowKind::Break, pause.weekday, pause.from.to_string(), pause.to.to_string());
        }
        draft
    }

    /// A new row on a weekday; hours start out like the last ones typed.
    pub fn add(&mut self, kind: RowKind, weekday: u8) {
        let like = self.rows.iter().rev().find(|row| row.kind == kind).cloned();
        let (from, to) = match (kind, &like) {
            (_, Some(row)) if row.weekday != weekday => (row.from.clone(), row.to.clone()),
            _ => (String::new(), String::new()),
        };
        self.push(kind, weekday, from, to);
        if let (Some(row), Some(like)) = (self.rows.last_mut(), like) {
            row.channels = like.channels;
            row.place = like.place;
        }
    }

    /// Takes a row away.
    pub fn remove(&mut self, key: u32) {
        self.rows.retain(|row| row.key != key);
    }

    /// The row of that key.
    pub fn row(&self, key: u32) -> Option<&RowDraft> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// Changes the row of that key.
    pub fn edit(&mut self, key: u32, change: impl FnOnce(&mut RowDraft)) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
            change(row);
        }
    }

    /// Keys of the rows of a weekday, hours before breaks.
    pub fn keys(&self, kind: RowKind, weekday: u8) -> Vec<u32> {
        let rows = self.rows.iter().filter(|row| row.kind == kind && row.weekday == weekday);
        rows.map(|row| row.key).collect()
    }

    /// The template, or every field at fault.
    pub fn template(&self) -> Result<WeekTemplate, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut template = WeekTemplate::default();
        for row in self.of_kind(RowKind::Block) {
            let at = format!("blocks[{}]", template.blocks.len());
            let (from, to) = self.span(row, &at, &mut errors);
            template.blocks.push(WorkBlock {
                weekday: row.weekday,
                from,
                to,
                channels: channels_of(&row.channels),
                place: place_of(&row.place),
            });
        }
        for row in self.of_kind(RowKind::Break) {
            let at = format!("breaks[{}]", template.breaks.len());
            let (from, to) = self.span(row, &at, &mut errors);
            template.breaks.push(WorkBreak { weekday: row.weekday, from, to });
        }
        match self.pause_minutes.trim().parse() {
            Ok(minutes) => template.pause_minutes = minutes,
            Err(_) => errors.push(FieldError::new("pause_minutes", FieldCode::OutOfRange)),
        }
        // A field that is no time at all has its message; its place-holder gets no second one.
        let known: Vec<_> = errors.iter().map(|error| row_path(&error.field).to_owned()).collect();
        errors.extend(
            check_template(&template)
                .into_iter()
                .filter(|error| !known.iter().any(|row| row_path(&error.field) == row)),
        );
        if errors.is_empty() { Ok(template) } else { Err(errors) }
    }

    /// Would saving it change what is stored? What cannot be saved yet is a change.
    pub fn differs_from(&self, stored: &WeekTemplate) -> bool {
        // By way of a draft, which may put channels in another order than they were stored in.
        self.template().map_or(true, |typed| Self::of(stored).template() != Ok(typed))
    }

    /// The id on the page of a field of the request, such as `blocks[2].from`.
    pub fn element_id(&self, field: &str) -> String {
        let row = |kind, rest: &str| {
            let (index, name) = rest.split_once("].").unwrap_or((rest, "from"));
            let index: usize = index.parse().ok()?;
            let row = self.of_kind(kind).nth(index)?;
            Some(format!("row-{}-{name}", row.key))
        };
        let id = if let Some(rest) = field.strip_prefix("blocks[") {
            row(RowKind::Block, rest)
        } else if let Some(rest) = field.strip_prefix("breaks[") {
            row(RowKind::Break, rest)
        } else {
            None
        };
        id.unwrap_or_else(|| field.to_owned())
    }

    fn of_kind(&self, kind: RowKind) -> impl Iterator<Item = &RowDraft> {
        self.rows.iter().filter(move |row| row.kind == kind)
    }

    fn push(&mut self, kind: RowKind, weekday: u8, from: String, to: String) {
        let key = self.next_key;
        self.next_key += 1;
        let (channels, place) = (Vec::new(), HOME.to_owned());
        self.rows.push(RowDraft { key, kind, weekday, from, to, channels, place });
    }

    fn span(&self, row: &RowDraft, at: &str, errors: &mut Vec<FieldError>) -> (WallTime, WallTime) {
        let mut time = |typed: &str, name: &str, instead: u16| {
            time_of(typed).unwrap_or_else(|| {
                errors.push(FieldError::new(format!("{at}.{name}"), FieldCode::Missing));
                WallTime::from_minutes(instead).unwrap_or(MIDNIGHT)
            })
        };
        (time(&row.from, "from", 0), time(&row.to, "to", 24 * 60))
    }
}

const MIDNIGHT: WallTime = match WallTime::new(0, 0) {
    Some(midnight) => midnight,
    None => unreachable!(),
};

/// A time as browsers and people write it: "09:00", and also "9:00" and "9.00".
pub fn time_of(typed: &str) -> Option<WallTime> {
    let typed = typed.trim().replace('.', ":");
    let typed = if typed.len() == 4 { format!("0{typed}") } else { typed };
    typed.parse().ok()
}

/// The channels of the names ticked, in the usual order.
pub fn channels_of(names: &[String]) -> Vec<ContactChannel> {
    let ticked = |channel: &ContactChannel| names.iter().any(|name| name == channel.as_str());
    ContactChannel::ALL.into_iter().filter(ticked).collect()
}

fn names(channels: &[ContactChannel]) -> Vec<String> {
    channels.iter().map(|channel| channel.as_str().to_owned()).collect()
}

/// The place of a value chosen.
pub fn place_of(value: &str) -> WorkPlace {
    match value {
        HOME => WorkPlace::Home,
        place => WorkPlace::Office { place: place.to_owned() },
    }
}

fn place_name(place: &WorkPlace) -> String {
    match place {
        WorkPlace::Home => HOME.to_owned(),
        WorkPlace::Office { place } => place.clone(),
    }
}

fn row_path(field: &str) -> &str {
    field.split_once('.').map_or(field, |(row, _)| row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template() -> WeekTemplate {
        let at = |text: &str| text.parse().unwrap();
        WeekTemplate {
            blocks: vec![WorkBlock {
                weekday: 1,
                from: at("09:00"),
                to: at("12:00"),
                channels: vec![ContactChannel::Phone, ContactChannel::InPerson],
                place: WorkPlace::Office { place: "torvet".into() },
            }],
            breaks: vec![WorkBreak { weekday: 1, from: at("10:00"), to: at("10:15") }],
            pause_minutes: 10,
        }
    }

    #[test]
    fn a_draft_gives_back_what_it_was_made_of() {
        assert_eq!(PlanDraft::of(&template()).template(), Ok(template()));
    }

    #[test]
    fn a_change_is_a_change_also_while_it_makes_no_sense() {
        let mut stored = template();
        stored.blocks[0].channels.reverse();
        let mut draft = PlanDraft::of(&stored);
        assert!(!draft.differs_from(&stored));
        draft.edit(0, |row| row.to = "11:35".into());
        assert!(draft.differs_from(&stored));
        draft.edit(0, |row| row.to = "elleve".into());
        assert!(draft.differs_from(&stored));
    }

    #[test]
    fn what_is_no_time_is_pointed_out_once() {
        let mut draft = PlanDraft::of(&template());
        draft.edit(0, |row| row.from = "ni".into());
        let errors = draft.template().unwrap_err();
        assert_eq!(errors, [FieldError::new("blocks[0].from", FieldCode::Missing)]);
        assert_eq!(draft.element_id("blocks[0].from"), "row-0-from");
    }

    #[test]
    fn the_shared_check_is_used() {
        let mut draft = PlanDraft::of(&template());
        draft.edit(0, |row| row.place = HOME.into());
        draft.edit(1, |row| row.to = "10:00".into());
        let errors = draft.template().unwrap_err();
        let codes: Vec<_> = errors.iter().map(|error| error.code).collect();
        assert_eq!(codes, [FieldCode::InPersonFromHome, FieldCode::EndNotAfterStart]);
        assert_eq!(draft.element_id(&errors[1].field), "row-1-to");
    }

    #[test]
    fn a_new_row_on_another_day_starts_like_the_last() {
        let mut draft = PlanDraft::of(&template());
        draft.add(RowKind::Block, 2);
        let key = draft.keys(RowKind::Block, 2)[0];
        let row = draft.row(key).unwrap();
        assert_eq!((row.from.as_str(), row.place.as_str()), ("09:00", "torvet"));
        draft.remove(key);
        assert!(draft.keys(RowKind::Block, 2).is_empty());
    }

    #[test]
    fn times_may_be_written_as_people_do() {
        assert_eq!(time_of("9.05"), WallTime::new(9, 5));
        assert_eq!(time_of(" 09:05 "), WallTime::new(9, 5));
        assert_eq!(time_of("25:00"), None);
    }
}
