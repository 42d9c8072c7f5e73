//! Properties of counting answers given in confidence.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rules::anonymity::{FEWEST_TOGETHER, WaitingAnswer, countable};

proptest! {
    #[test]
    fn nothing_is_ever_counted_in_fewer_than_five_nor_twice_nor_elsewhere(
        given in prop::collection::vec((0_u8..6, 0_u8..4), 0..80),
        now in 0_u8..8,
    ) {
        let waiting: Vec<_> = given
            .iter()
            .enumerate()
            .map(|(id, &(month, whose))| WaitingAnswer { id, month, whose })
            .collect();
        let mut seen = BTreeSet::new();
        for together in countable(&waiting, |month| month < now) {
            prop_assert!(together.ids.len() >= FEWEST_TOGETHER);
            for id in together.ids {
                prop_assert!(seen.insert(id), "counted twice");
                let (month, whose) = given[id];
                match together.whose {
                    Some(person) => prop_assert_eq!((month, whose), (together.month, person)),
                    None => prop_assert!(month <= together.month && together.month < now),
                }
            }
        }
    }

    #[test]
    fn fewer_than_five_of_closed_months_wait_in_the_end(
        given in prop::collection::vec((0_u8..6, 0_u8..4), 0..80),
    ) {
        let waiting: Vec<_> = given
            .iter()
            .enumerate()
            .map(|(id, &(month, whose))| WaitingAnswer { id, month, whose })
            .collect();
        let counted: usize =
            countable(&waiting, |_| true).iter().map(|together| together.ids.len()).sum();
        prop_assert!(given.len() - counted < FEWEST_TOGETHER);
    }
}
