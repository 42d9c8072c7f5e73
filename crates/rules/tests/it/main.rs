//! The rules, by example and by property. One binary; a module for each subject.

#[cfg(test)]
mod anonymity;
#[cfg(test)]
mod channel;
#[cfg(test)]
mod contact;
#[cfg(test)]
mod course;
#[cfg(test)]
mod employer;
#[cfg(test)]
mod group;
#[cfg(test)]
mod holidays;
#[cfg(test)]
mod identifiers;
#[cfg(test)]
mod job_goal;
#[cfg(test)]
mod letter_day;
#[cfg(test)]
mod offer_time;
#[cfg(test)]
mod ramp;
#[cfg(test)]
mod rule_set;
#[cfg(test)]
mod slots;
#[cfg(test)]
mod slots_properties;
#[cfg(test)]
mod support;
#[cfg(test)]
mod wall_time;
#[cfg(test)]
mod work_week;
