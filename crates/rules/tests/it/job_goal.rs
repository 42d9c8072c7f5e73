//! A goal that names no job earns a nudge, by example and by property.

use proptest::prelude::*;
use rules::GoalState::{Concrete, Missing, Vague};
use rules::job_goal::goal_state;

fn vague() -> Vec<String> {
    ["afklaring", "praktik", "jeg ved det ikke", "et job", "noget"].map(str::to_owned).to_vec()
}

#[test]
fn what_a_goal_says() {
    for (goal, expected) in [
        ("", Missing),
        (" \n\t", Missing),
        ("afklaring", Vague),
        ("Afklaring.", Vague),
        ("AFKLARING / PRAKTIK!", Vague),
        ("Jeg ved det ikke", Vague),
        ("ved ikke", Vague),
        ("Noget praktik", Vague),
        ("...", Vague),
        ("🤷", Vague),
        ("Praktik som bager", Concrete),
        ("Pædagogmedhjælper 20 timer om ugen", Concrete),
        ("afklaringsforløb", Concrete),
        ("Bager", Concrete),
        ("20 timer", Concrete),
    ] {
        assert_eq!(goal_state(goal, &vague()), expected, "{goal:?}");
    }
}

#[test]
fn without_a_list_only_what_has_no_words_is_vague() {
    assert_eq!(goal_state("afklaring", &[]), Concrete);
    assert_eq!(goal_state("?", &[]), Vague);
}

proptest! {
    #[test]
    fn a_word_that_is_not_in_the_list_makes_a_goal_concrete(before in "((afklaring|praktik|noget) ){0,5}") {
        let goal = format!("{before} gartner");
        prop_assert_eq!(goal_state(&goal, &vague()), Concrete);
        prop_assert_ne!(goal_state(&before, &vague()), Concrete);
    }

    #[test]
    fn no_text_breaks_it(goal in "\\PC*") {
        let state = goal_state(&goal, &vague());
        prop_assert_eq!(state == Missing, goal.trim().is_empty());
    }
}
