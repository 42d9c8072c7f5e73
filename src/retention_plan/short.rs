//! The plan at a glance: the picture, and a few lines.

use contract::retention_plan::RetentionPlan;
use contract::rules::{RampUpStep, WeeklyHours};
use leptos::prelude::*;

use crate::job_plan::{RampNumbers, RampPicture};
use crate::text::{Text, Texts, dates, fill, numbers, text, text_of};

/// Longest text of a line, in characters; the document has all of it.
const LINE_CHARS: usize = 160;

/// The picture first, then hours, until when, tasks and the next follow-up.
#[component]
pub fn PlanInShort(
    /// What it says.
    plan: RetentionPlan,
) -> impl IntoView {
    let (steps, normal) = (plan.steps(), plan.normal_hours);
    let (tasks, goal) = (first_tasks(&plan), plan.goal.clone());
    let goal = if steps.is_empty() { goal } else { String::new() };
    let line = |name: Text, words: Text| view! { <dt>{name}</dt> <dd dir="auto">{words}</dd> };
    let written = |name: fn(&'static Texts) -> &'static str, words: String| {
        (!words.is_empty()).then(|| line(text(name), Text::stored(shortened(&words))))
    };
    let span = steps.first().copied().zip(steps.last().copied());
    let peak = peak(&steps);
    let hours = span.map(|(first, last)| {
        let words = text_of(move |t| {
            let hours = numbers::hours_a_week(t.language, last.hours);
            let number =
                |hours: WeeklyHours| numbers::decimal_hours(t.language, u64::from(hours.minutes));
            let begin = number(first.hours);
            match peak {
                Some(peak) => fill(t.retention().short_peak, &[&begin, &hours, &number(peak)]),
                None => fill(t.retention().short_from_to, &[&begin, &hours]),
            }
        });
        line(text(|t| t.retention().short_hours), words)
    });
    let until = span.map(|(_, last)| {
        let words = text_of(move |t| dates::date_with_year(t.language, last.to));
        line(text(|t| t.retention().short_until), words)
    });
    let next = plan.follow_up.date.map(|date| {
        let words = text_of(move |t| dates::full_date(t.language, date));
        line(text(|t| t.retention().short_next), words)
    });
    view! {
        <RampPicture steps=steps normal=normal numbers=RampNumbers::Folded/>
        <dl class="plan-facts plan-short">
            {hours}
            {until}
            {written(|t| t.retention().short_goal, goal)}
            {written(|t| t.retention().short_tasks, tasks)}
            {next}
        </dl>
    }
    .into_any()
}

/// The most hours a week, where they are neither the first nor the last.
fn peak(steps: &[RampUpStep]) -> Option<WeeklyHours> {
    let (first, last) = (steps.first()?.hours, steps.last()?.hours);
    steps.iter().map(|step| step.hours).max().filter(|most| *most > first.max(last))
}

/// The tasks one begins with: those of the first step, or those that can be done now.
fn first_tasks(plan: &RetentionPlan) -> String {
    let first = plan.ramp.iter().find(|row| row.step.hours.minutes > 0);
    let of_step = first.map(|row| row.tasks.as_str()).filter(|tasks| !tasks.is_empty());
    of_step.unwrap_or(&plan.tasks.can).to_owned()
}

/// A text of one line, cut after a word where it is long.
fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LINE_CHARS {
        return line;
    }
    let cut: String = line.chars().take(LINE_CHARS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{whole} …")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::retention_plan::samples::plan;

    #[test]
    fn the_tasks_of_the_first_hours_come_before_those_in_general() {
        let mut plan =
            plan(&[("2026-12-01", "2026-12-14", "0"), ("2026-12-15", "2026-12-28", "10")]);
        plan.tasks.can = "Kontor".into();
        assert_eq!(first_tasks(&plan), "Kontor");
        plan.ramp[1].tasks = "Planlægning".into();
        assert_eq!(first_tasks(&plan), "Planlægning");
    }

    #[test]
    fn the_most_hours_are_said_where_the_ends_do_not_say_them() {
        use crate::job_plan::samples::{hours, step};
        let way = |middle| {
            peak(&[
                step("2026-12-01", "2026-12-14", "5,5"),
                step("2026-12-15", "2026-12-28", middle),
                step("2026-12-29", "2027-01-11", "20"),
            ])
        };
        assert_eq!(way("27,5"), hours("27,5"));
        assert_eq!(way("20"), None);
        assert_eq!(peak(&[]), None);
    }

    #[test]
    fn a_long_text_ends_after_a_word() {
        assert_eq!(shortened("Kontor,\n telefon"), "Kontor, telefon");
        let long = "opgave ".repeat(40);
        let short = shortened(&long);
        assert!(short.ends_with("opgave …") && short.chars().count() <= LINE_CHARS + 2);
        assert!(shortened(&"ø".repeat(500)).ends_with(" …"));
    }
}
