//! The times of a week that a citizen does not see, each with why: what `availability` keeps from
//! them, and what their caseworkers' hours would give and do not. For the onlooker of a preview;
//! the citizen is told nothing of it.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, Timelike, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::booking::{SelfBooking, WhoseTimes};
use contract::preview::{HiddenDay, HiddenTime, HiddenTimes, WhyHidden};
use rules::ContactDuty;
use rules::holidays::{Closure, closure_on};
use rules::slots::{ChannelLengths, GeneratedSlot, generate, generate_regardless};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::availability::{Availability, DaysOpen, Window, as_seen, stretch_of};
use super::citizen::{TimesQuery, monday};
use super::guard::Stretch;
use crate::auth::CitizenView;
use crate::calendar::{Hours, channel_names, lengths, midnight, place_id};
use crate::cases::CaseFile;
use crate::clock::{id_of, local_date, to_local};
use crate::db::entities::time_slot;
use crate::http::error::ApiError;
use crate::state::AppState;

/// A time that is there, or could be.
struct Candidate {
    slot: time_slot::Model,
    /// What the hours say of one that is not out.
    beside_hours: Option<WhyHidden>,
}

/// The times of a week that are hidden in a channel.
///
/// # Errors
/// When no rule set governs the case, or the database fails.
pub async fn hidden_times(view: &CitizenView, query: &TimesQuery) -> Result<HiddenTimes, ApiError> {
    let (state, channel) = (view.state(), query.channel);
    let (db, config, now) = (state.db.read(), &state.config.municipality, state.clock.now());
    let file = CaseFile::load(db, view.case_id()).await?;
    let standing = file.standing(config, now)?;
    let window = Window::for_citizen(config, now);
    let free = Availability::load(db, state, &file, file.open_booking(now), window).await?;
    let may_book = file.self_booking(local_date(now)) == SelfBooking::Open;
    let (chosen, whose) = match may_book {
        true => free.chosen(channel, standing.needed_by()),
        false => (Vec::new(), WhoseTimes::Own),
    };
    let first = chosen.first().map_or(local_date(now), |slot| local_date(slot.starts_at));
    let week = monday(query.week.unwrap_or(first));
    let offered: HashSet<Uuid> = chosen.iter().map(|slot| slot.id).collect();
    let candidates = candidates(db, state, &free, week).await?;
    let mut open = DaysOpen::default();
    let mut why = |candidate: &Candidate| {
        let slot = &candidate.slot;
        if !may_book {
            return WhyHidden::NoSelfBooking;
        }
        // A time that is over is over, whatever else there would be to say of it.
        if slot.starts_at <= now {
            return WhyHidden::TooSoon;
        }
        let kept_back = || match whose {
            WhoseTimes::Own if !free.is_own(slot) => WhyHidden::OtherCaseworker,
            _ => WhyHidden::SameStart,
        };
        let allowed = open.allow(&free, slot, channel);
        let hidden = candidate.beside_hours.or_else(|| free.hides(slot, channel, allowed));
        hidden.unwrap_or_else(kept_back)
    };
    let mut days: Vec<HiddenDay> = week
        .iter_days()
        .take(7)
        .map(|date| HiddenDay {
            date,
            closed: closure_on(&config.closing_days, date),
            times: vec![],
        })
        .collect();
    let mut shown = 0;
    for candidate in &candidates {
        let slot = &candidate.slot;
        let date = local_date(slot.starts_at);
        let day = days.iter_mut().find(|day| day.date == date);
        let (Some(day), false) = (day, offered.contains(&slot.id)) else {
            shown += 1;
            continue;
        };
        let ends_at = stretch_of(config, slot, channel).map_or(slot.ends_at, |time| time.ends_at);
        let caseworker = free.colleagues().get(&slot.caseworker_id);
        day.times.push(HiddenTime {
            starts_at: to_local(slot.starts_at),
            ends_at: to_local(ends_at),
            caseworker: caseworker.map(|row| row.name.clone()).unwrap_or_default(),
            because: why(candidate),
        });
    }
    let hold_by = match &standing.duty {
        ContactDuty::Due(deadline) => Some(deadline.hold_by),
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
    };
    Ok(HiddenTimes { channel, week, shown, hold_by, days })
}

/// All times of the team in a week, out or not, and those its hours would give or have taken from
/// them; each start of a caseworker once, by start.
async fn candidates(
    db: &impl ConnectionTrait,
    state: &AppState,
    free: &Availability<'_>,
    week: NaiveDate,
) -> Result<Vec<Candidate>, ApiError> {
    let now = state.clock.now();
    let (from, to) = (midnight(week), midnight(week + Days::new(7)));
    let in_week = |slot: &time_slot::Model| (from..to).contains(&slot.starts_at);
    let mut team: Vec<Uuid> = free.colleagues().keys().copied().collect();
    team.sort();
    let mut slots = time_slot::Entity::find()
        .filter(time_slot::Column::CaseworkerId.is_in(team.iter().copied()))
        .filter(time_slot::Column::StartsAt.gte(from))
        .filter(time_slot::Column::StartsAt.lt(to))
        .all(db)
        .await?;
    as_seen(db, state, now, &mut slots).await?;
    slots.retain(in_week);
    // The one that is out, or booked, stands for others of the same start.
    slots.sort_by_key(|slot| (!slot.published, slot.taken == 0));
    let mut starts = HashSet::new();
    slots.retain(|slot| starts.insert((slot.caseworker_id, slot.starts_at)));
    let hours = Hours::of_all(db, &team, week).await?;
    let week = Week { state, now, days: week, lengths: lengths(&state.config.municipality) };
    let mut candidates = Vec::new();
    let (mut rest, mut stored) = (slots, HashMap::<Uuid, Vec<time_slot::Model>>::new());
    for slot in rest.drain(..) {
        stored.entry(slot.caseworker_id).or_default().push(slot);
    }
    let none = Hours::default();
    for caseworker in team {
        let own = stored.remove(&caseworker).unwrap_or_default();
        week.of(caseworker, hours.get(&caseworker).unwrap_or(&none), own, &mut candidates);
    }
    candidates.sort_by_key(|candidate| (candidate.slot.starts_at, candidate.slot.caseworker_id));
    Ok(candidates)
}

struct Week<'a> {
    state: &'a AppState,
    now: DateTime<Utc>,
    /// Its Monday.
    days: NaiveDate,
    lengths: ChannelLengths,
}

impl Week<'_> {
    /// A caseworker's: what is stored, then what the hours give beside it, then what something
    /// has taken away in hours that are left empty.
    fn of(
        &self,
        caseworker: Uuid,
        stored_hours: &Hours,
        stored: Vec<time_slot::Model>,
        candidates: &mut Vec<Candidate>,
    ) {
        let config = &self.state.config.municipality;
        let seen = self.state.unpublished.as_deref();
        let (mut given, mut regardless) = (Vec::new(), Vec::new());
        for day in self.days.iter_days().take(7) {
            let shown = seen.filter(|calendar| calendar.covers(caseworker, day));
            let hours = shown.map_or(stored_hours, |calendar| &calendar.hours);
            let source = hours.source(config, &self.lengths);
            let times = generate(source, day, day, &Copenhagen).into_iter();
            // What publishing would not put out though the hours give it is in a booking's way.
            given.extend(times.map(|slot| {
                let blocked = shown.is_some() && slot.starts_at > self.now;
                (slot, blocked)
            }));
            regardless.extend(generate_regardless(source, day, &Copenhagen));
        }
        let starts: HashSet<DateTime<Utc>> = given.iter().map(|(slot, _)| slot.starts_at).collect();
        let known: HashSet<DateTime<Utc>> = stored.iter().map(|slot| slot.starts_at).collect();
        let own = candidates.len();
        candidates.extend(stored.into_iter().map(|slot| {
            let given = slot.published || starts.contains(&slot.starts_at);
            let beside_hours = (!given).then(|| self.taken_by(slot.starts_at, slot.ends_at));
            Candidate { slot, beside_hours }
        }));
        let new = given.into_iter().filter(|(slot, _)| !known.contains(&slot.starts_at));
        candidates.extend(new.map(|(slot, blocked)| Candidate {
            slot: model(caseworker, &slot, blocked),
            beside_hours: None,
        }));
        let busy: Vec<Stretch> =
            candidates.iter().skip(own).map(|one| stretch(&one.slot)).collect();
        let left = |slot: &GeneratedSlot| {
            let time = Stretch { starts_at: slot.starts_at, ends_at: slot.ends_at };
            !busy.iter().any(|other| other.overlaps(&time))
        };
        candidates.extend(regardless.into_iter().filter(left).map(|slot| Candidate {
            slot: model(caseworker, &slot, false),
            beside_hours: Some(self.taken_by(slot.starts_at, slot.ends_at)),
        }));
    }

    /// What the hours lost a time to.
    fn taken_by(&self, starts_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> WhyHidden {
        let closing_days = &self.state.config.municipality.closing_days;
        let ends = ends_at.with_timezone(&Copenhagen).time();
        let closed = match closure_on(closing_days, local_date(starts_at)) {
            Some(Closure::ClosingDay { from: Some(closes), .. }) => {
                let minutes = ends.hour() * 60 + ends.minute();
                local_date(ends_at) > local_date(starts_at) || minutes > closes.minutes().into()
            }
            Some(_) => true,
            None => false,
        };
        if closed { WhyHidden::Closed } else { WhyHidden::OutsideHours }
    }
}

fn stretch(slot: &time_slot::Model) -> Stretch {
    Stretch { starts_at: slot.starts_at, ends_at: slot.ends_at }
}

/// A time that is not in the database; a blocked one as if somebody had booked it.
fn model(caseworker: Uuid, slot: &GeneratedSlot, blocked: bool) -> time_slot::Model {
    time_slot::Model {
        id: id_of(slot.starts_at, caseworker),
        caseworker_id: caseworker,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        channels: channel_names(&slot.channels),
        place_id: place_id(&slot.place).map(str::to_owned),
        seats: 1,
        taken: i32::from(blocked),
        published: blocked,
    }
}
