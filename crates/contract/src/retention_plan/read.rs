//! From what is typed to a plan, what must be mended before it can be sent, and back: a plan
//! as fields, to begin with an earlier one.

use rules::WeeklyHours;

use super::{
    AbsenceKind, CareKind, CareTexts, FollowUp, FollowUpPart, PartyKind, PartyPart, PlanParty,
    RampText, RetentionField, RetentionPlan, RetentionStep, SupportKind, TaskKind, TaskTexts,
};
use crate::draft::{Draft, Typed};
use crate::job_plan::RampPart;
use crate::problem::FieldCode;
use crate::problem::FieldError;

impl RetentionPlan {
    /// Reads a plan out of what is typed, as far as it can be read, and lists what must be
    /// mended before it can be sent. The law asks for no form (DOMAIN 4.1): needed are a
    /// contact, what the return looks like in words or in hours, and hours that can stand.
    pub fn read(draft: &Draft) -> (Self, Vec<FieldError>) {
        let in_plan =
            |name: &str| RetentionField::parse(name).filter(|key| key.section().is_some());
        let mut typed = Typed::new(draft, in_plan);
        typed.must_say(&RetentionField::Party(PartyKind::Contact, PartyPart::Name));
        let rows = typed.rows(|key| match key {
            RetentionField::Ramp(row, _) | RetentionField::RampText(row, _) => Some(row),
            _ => None,
        });
        if rows.is_empty() {
            typed.must_say(&RetentionField::Goal);
        } else {
            typed.must_say(&RetentionField::NormalHours);
        }
        let plan = Self {
            parties: PartyKind::ALL.iter().filter_map(|kind| party(&mut typed, *kind)).collect(),
            workplace: typed.text(&RetentionField::Workplace),
            absence: typed.parse(&RetentionField::Absence, AbsenceKind::parse),
            expected_return: typed.day(&RetentionField::ExpectedReturn),
            goal: typed.text(&RetentionField::Goal),
            tasks: tasks(&typed),
            normal_hours: typed.parse(&RetentionField::NormalHours, WeeklyHours::parse),
            ramp: Vec::new(),
            care: care(&typed),
            support: support(&typed),
            support_note: typed.text(&RetentionField::SupportNote),
            follow_up: follow_up(&mut typed),
        };
        let key = |row: &_, part| RetentionField::Ramp(Clone::clone(row), part);
        let steps = typed.ramp(rows, key, plan.normal_hours);
        let mut above: Option<WeeklyHours> = None;
        let mut ramp = Vec::new();
        for (id, step) in steps {
            let text = |part| RetentionField::RampText(id.clone(), part);
            if above.is_some_and(|above| step.hours < above) {
                typed.must_say(&text(RampText::Reason));
            }
            above = Some(step.hours);
            let texts = [RampText::Days, RampText::Tasks, RampText::Reason];
            let [days, tasks, reason] = texts.map(|part| typed.text(&text(part)));
            ramp.push(RetentionStep { id, step, days, tasks, reason });
        }
        (Self { ramp, ..plan }, typed.errors)
    }

    /// The plan as fields: what [`RetentionPlan::read`] reads the same plan out of.
    pub fn fields(&self) -> Vec<(RetentionField, String)> {
        use RetentionField as Key;
        let mut fields = Vec::new();
        let mut say = |key: Key, text: String| {
            if !text.is_empty() {
                fields.push((key, text));
            }
        };
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        for party in &self.parties {
            say(Key::Party(party.kind, PartyPart::Name), party.name.clone());
            say(Key::Party(party.kind, PartyPart::Role), party.role.clone());
            say(Key::Party(party.kind, PartyPart::Phone), party.phone.clone());
            say(Key::Party(party.kind, PartyPart::Email), party.email.clone());
        }
        say(Key::Workplace, self.workplace.clone());
        say(Key::Absence, self.absence.map(|kind| kind.as_str().to_owned()).unwrap_or_default());
        say(Key::NormalHours, self.normal_hours.map(WeeklyHours::typed).unwrap_or_default());
        say(Key::ExpectedReturn, day(self.expected_return).unwrap_or_default());
        say(Key::Goal, self.goal.clone());
        say(Key::Task(TaskKind::Can), self.tasks.can.clone());
        say(Key::Task(TaskKind::Cannot), self.tasks.cannot.clone());
        say(Key::Task(TaskKind::Changed), self.tasks.changed.clone());
        for row in &self.ramp {
            say(Key::Ramp(row.id.clone(), RampPart::From), row.step.from.to_string());
            say(Key::Ramp(row.id.clone(), RampPart::To), row.step.to.to_string());
            say(Key::Ramp(row.id.clone(), RampPart::Hours), row.step.hours.typed());
            say(Key::RampText(row.id.clone(), RampText::Days), row.days.clone());
            say(Key::RampText(row.id.clone(), RampText::Tasks), row.tasks.clone());
            say(Key::RampText(row.id.clone(), RampText::Reason), row.reason.clone());
        }
        say(Key::Care(CareKind::Considerations), self.care.considerations.clone());
        say(Key::Care(CareKind::Aids), self.care.aids.clone());
        say(Key::Care(CareKind::Home), self.care.home.clone());
        say(Key::Care(CareKind::Breaks), self.care.breaks.clone());
        say(Key::Care(CareKind::Mentor), self.care.mentor.clone());
        for kind in &self.support {
            say(Key::Support(*kind), "yes".to_owned());
        }
        say(Key::SupportNote, self.support_note.clone());
        say(Key::FollowUp(FollowUpPart::Date), day(self.follow_up.date).unwrap_or_default());
        say(Key::FollowUp(FollowUpPart::Who), self.follow_up.who.clone());
        say(Key::FollowUp(FollowUpPart::Fails), self.follow_up.fails.clone());
        say(Key::FollowUp(FollowUpPart::Contact), self.follow_up.contact.clone());
        fields
    }
}

type Fields<'a> = Typed<'a, RetentionField>;

/// Somebody who takes part; whoever has a number or a position has a name.
fn party(typed: &mut Fields<'_>, kind: PartyKind) -> Option<PlanParty> {
    let key = |part| RetentionField::Party(kind, part);
    if !PartyPart::ALL.iter().any(|part| typed.says(&key(*part))) {
        return None;
    }
    if kind != PartyKind::Contact {
        typed.must_say(&key(PartyPart::Name));
    }
    if typed.says(&key(PartyPart::Email)) && !typed.text(&key(PartyPart::Email)).contains('@') {
        typed.wrong(&key(PartyPart::Email), FieldCode::Unknown);
    }
    Some(PlanParty {
        kind,
        name: typed.text(&key(PartyPart::Name)),
        role: typed.text(&key(PartyPart::Role)),
        phone: typed.text(&key(PartyPart::Phone)),
        email: typed.text(&key(PartyPart::Email)),
    })
}

fn tasks(typed: &Fields<'_>) -> TaskTexts {
    let text = |kind| typed.text(&RetentionField::Task(kind));
    TaskTexts {
        can: text(TaskKind::Can),
        cannot: text(TaskKind::Cannot),
        changed: text(TaskKind::Changed),
    }
}

fn care(typed: &Fields<'_>) -> CareTexts {
    let text = |kind| typed.text(&RetentionField::Care(kind));
    CareTexts {
        considerations: text(CareKind::Considerations),
        aids: text(CareKind::Aids),
        home: text(CareKind::Home),
        breaks: text(CareKind::Breaks),
        mentor: text(CareKind::Mentor),
    }
}

fn support(typed: &Fields<'_>) -> Vec<SupportKind> {
    let wanted = |kind: &&SupportKind| typed.says(&RetentionField::Support(**kind));
    SupportKind::ALL.iter().filter(wanted).copied().collect()
}

fn follow_up(typed: &mut Fields<'_>) -> FollowUp {
    FollowUp {
        date: typed.day(&RetentionField::FollowUp(FollowUpPart::Date)),
        who: typed.text(&RetentionField::FollowUp(FollowUpPart::Who)),
        fails: typed.text(&RetentionField::FollowUp(FollowUpPart::Fails)),
        contact: typed.text(&RetentionField::FollowUp(FollowUpPart::Contact)),
    }
}
