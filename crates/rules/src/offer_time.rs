//! How long a time or a seat that has come free is kept for the person it is offered to. Minutes
//! count by day only: nobody is to miss an offer because they sleep. The zone is a parameter.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};

use crate::wall_time::WallTime;

/// What the municipality has decided on offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferTerms {
    /// So many minutes of daytime an offer stands.
    pub minutes: u16,
    /// When the day begins.
    pub daytime_from: WallTime,
    /// When it ends.
    pub daytime_to: WallTime,
}

impl OfferTerms {
    /// Until when something is kept that is offered at `offered_at` and can be taken until
    /// `latest`: once all minutes have passed that count, those between the two times of day. An
    /// offer made in the evening ends the next morning. `None` when there is not that much time
    /// left: then it is offered to nobody, and free to all.
    pub fn kept_until<Z: TimeZone>(
        &self,
        offered_at: DateTime<Utc>,
        latest: DateTime<Utc>,
        zone: &Z,
    ) -> Option<DateTime<Utc>> {
        let mut left = TimeDelta::minutes(self.minutes.into());
        if left.is_zero() {
            return None;
        }
        for date in offered_at.with_timezone(zone).date_naive().iter_days() {
            let begins = moment(date, self.daytime_from, zone)?.max(offered_at);
            let ends = moment(date, self.daytime_to, zone)?;
            if begins > latest {
                return None;
            }
            let counts = (ends - begins).max(TimeDelta::zero());
            if counts >= left {
                let until = begins + left;
                return (until <= latest).then_some(until);
            }
            left -= counts;
        }
        None
    }
}

/// A wall-clock time of a day. One that daylight saving leaves out is an hour later, of one that
/// comes twice the first is meant.
fn moment<Z: TimeZone>(date: NaiveDate, at: WallTime, zone: &Z) -> Option<DateTime<Utc>> {
    let local = date.and_time(NaiveTime::MIN) + TimeDelta::minutes(at.minutes().into());
    let found = |local| zone.from_local_datetime(&local).earliest();
    let moment = found(local).or_else(|| found(local + TimeDelta::hours(1)))?;
    Some(moment.to_utc())
}
