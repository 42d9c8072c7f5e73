//! When answers given in confidence may be counted without a way back to whoever gave them: five
//! or more at a time, so that no look at the counts, and no difference between two of them, is
//! about fewer (DOMAIN 8.8: groups under five are hidden). Knows neither people nor storage.

use std::collections::BTreeMap;

/// The fewest answers that are counted, or shown, together.
pub const FEWEST_TOGETHER: usize = 5;

/// An answer that waits to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingAnswer<Id, Month, Whose> {
    /// Which.
    pub id: Id,
    /// Of which month.
    pub month: Month,
    /// About whom.
    pub whose: Whose,
}

/// Answers that are counted together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedTogether<Id, Month, Whose> {
    /// Which; at least [`FEWEST_TOGETHER`].
    pub ids: Vec<Id>,
    /// The month they are counted in.
    pub month: Month,
    /// About whom; nobody in particular when too few were about any one of them.
    pub whose: Option<Whose>,
}

/// What may be counted now. Enough answers of a month about one person are counted as such. Of the
/// rest, those whose month is over (nobody can answer for it any more) are counted together for
/// the whole department, in the latest of their months; if they are too few, they wait.
pub fn countable<Id, Month, Whose>(
    waiting: &[WaitingAnswer<Id, Month, Whose>],
    is_over: impl Fn(Month) -> bool,
) -> Vec<CountedTogether<Id, Month, Whose>>
where
    Id: Copy,
    Month: Copy + Ord,
    Whose: Copy + Ord,
{
    let mut groups: BTreeMap<(Month, Whose), Vec<Id>> = BTreeMap::new();
    for answer in waiting {
        groups.entry((answer.month, answer.whose)).or_default().push(answer.id);
    }
    let (enough, few): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|(_, ids)| ids.len() >= FEWEST_TOGETHER);
    let mut counted: Vec<_> = enough
        .into_iter()
        .map(|((month, whose), ids)| CountedTogether { ids, month, whose: Some(whose) })
        .collect();
    let over: Vec<_> = few.into_iter().filter(|((month, _), _)| is_over(*month)).collect();
    let latest = over.iter().map(|((month, _), _)| *month).max();
    let ids: Vec<Id> = over.into_iter().flat_map(|(_, ids)| ids).collect();
    if let Some(month) = latest.filter(|_| ids.len() >= FEWEST_TOGETHER) {
        counted.push(CountedTogether { ids, month, whose: None });
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    type Answer = WaitingAnswer<u32, u8, char>;

    /// So many answers of a month about somebody, with ids in order.
    fn answers(given: &[(u8, char, u32)]) -> Vec<Answer> {
        let each = given.iter().flat_map(|&(month, whose, many)| {
            std::iter::repeat_n((month, whose), usize::try_from(many).unwrap_or_default())
        });
        (0..).zip(each).map(|(id, (month, whose))| Answer { id, month, whose }).collect()
    }

    fn counted(given: &[(u8, char, u32)], now: u8) -> Vec<(usize, u8, Option<char>)> {
        let together = countable(&answers(given), |month| month < now);
        together.into_iter().map(|some| (some.ids.len(), some.month, some.whose)).collect()
    }

    #[test]
    fn four_answers_wait_and_the_fifth_takes_them_along() {
        assert_eq!(counted(&[(3, 'a', 4)], 3), []);
        assert_eq!(counted(&[(3, 'a', 5)], 3), [(5, 3, Some('a'))]);
    }

    #[test]
    fn answers_about_two_caseworkers_are_not_added_up_while_more_can_come() {
        assert_eq!(counted(&[(3, 'a', 4), (3, 'b', 4)], 3), []);
    }

    #[test]
    fn what_stays_too_few_is_counted_for_the_department_once_the_month_is_over() {
        assert_eq!(
            counted(&[(3, 'a', 4), (3, 'b', 4), (3, 'c', 6)], 4),
            [(6, 3, Some('c')), (8, 3, None)]
        );
    }

    #[test]
    fn too_few_of_a_month_wait_for_the_next() {
        assert_eq!(counted(&[(3, 'a', 2)], 4), []);
        assert_eq!(counted(&[(3, 'a', 2), (4, 'a', 2), (4, 'b', 1)], 5), [(5, 4, None)]);
    }
}
