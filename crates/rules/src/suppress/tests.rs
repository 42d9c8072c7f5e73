//! No number that is not told can be computed from those that are: by elimination over every sum
//! there is, and by subtracting any of them from any other.

use proptest::prelude::*;

use super::*;

const BOTH: Sums = Sums { of_rows: true, of_columns: true };
const PEOPLE: Sums = Sums { of_rows: false, of_columns: true };
const TIME: Sums = Sums { of_rows: true, of_columns: false };

/// Numbers as there are in small departments: many of nobody, many of few.
fn table(rows: usize, columns: usize) -> impl Strategy<Value = Vec<Vec<u32>>> {
    let number = prop_oneof![2 => Just(0_u32), 3 => 1..5_u32, 3 => 5..40_u32];
    proptest::collection::vec(proptest::collection::vec(number, columns), rows)
}

fn tables() -> impl Strategy<Value = (Vec<Vec<Vec<u32>>>, Sums)> {
    let size = (1..6_usize, 1..7_usize, 1..4_usize);
    let tables = size.prop_flat_map(|(rows, columns, count)| {
        proptest::collection::vec(table(rows, columns), count)
    });
    (tables, prop_oneof![Just(BOTH), Just(PEOPLE), Just(TIME)])
}

/// Every place of a table with its sums.
fn places(whole: &Whole) -> Vec<Place> {
    let row = |(row, numbers): (usize, &Vec<u32>)| {
        (0..numbers.len()).map(move |column| (row, column)).collect::<Vec<_>>()
    };
    whole.numbers.iter().enumerate().flat_map(row).collect()
}

/// The equations of a table: a line's parts less its sum are nothing.
fn equations(whole: &Whole, sums: Sums) -> Vec<Vec<(Place, i64)>> {
    let (rows, columns) = (whole.numbers.len(), whole.numbers[0].len());
    let mut all = Vec::new();
    if sums.of_rows {
        all.extend((0..rows).map(|r| (0..columns).map(|c| (r, c)).collect::<Vec<_>>()));
    }
    if sums.of_columns {
        all.extend((0..columns).map(|c| (0..rows).map(|r| (r, c)).collect::<Vec<_>>()));
    }
    let signed = |line: Vec<Place>| {
        let last = line.len() - 1;
        line.into_iter().enumerate().map(|(i, p)| (p, if i == last { -1 } else { 1 })).collect()
    };
    all.into_iter().map(signed).collect()
}

/// The unknowns that the equations fix, by elimination modulo a large prime.
fn fixed(equations: &[Vec<(Place, i64)>], untold: &BTreeSet<Place>) -> Vec<Place> {
    const PRIME: i64 = 1_000_000_007;
    let unknowns: Vec<Place> = untold.iter().copied().collect();
    let at = |place: &Place| unknowns.iter().position(|one| one == place);
    let mut rows: Vec<Vec<i64>> = Vec::new();
    for equation in equations {
        let mut row = vec![0; unknowns.len()];
        for (place, sign) in equation {
            if let Some(at) = at(place) {
                row[at] = (sign + PRIME) % PRIME;
            }
        }
        rows.push(row);
    }
    let power = |mut base: i64, mut exponent: i64| {
        let mut result = 1;
        while exponent > 0 {
            if exponent % 2 == 1 {
                result = result * base % PRIME;
            }
            base = base * base % PRIME;
            exponent /= 2;
        }
        result
    };
    let mut done = 0;
    for column in 0..unknowns.len() {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
        rows.swap(done, pivot);
        let inverse = power(rows[done][column], PRIME - 2);
        rows[done].iter_mut().for_each(|one| *one = *one * inverse % PRIME);
        for other in 0..rows.len() {
            let factor = rows[other][column];
            if other != done && factor != 0 {
                let lead = rows[done].clone();
                for (one, lead) in rows[other].iter_mut().zip(lead) {
                    *one = (*one + PRIME - factor * lead % PRIME) % PRIME;
                }
            }
        }
        done += 1;
    }
    let single = |row: &Vec<i64>| {
        let mut there = row.iter().enumerate().filter(|(_, one)| **one != 0);
        let first = there.next()?.0;
        there.next().is_none().then_some(unknowns[first])
    };
    rows.iter().filter_map(single).collect()
}

/// The places that a filter adds up: itself, or what it is the sum of.
fn filter(place: Place, whole: &Whole, sums: Sums) -> BTreeSet<Place> {
    let (mut rows, mut columns) = (whole.numbers.len(), whole.numbers[0].len());
    rows -= usize::from(sums.of_columns);
    columns -= usize::from(sums.of_rows);
    let spread = |at: usize, end: usize| if at == end { 0..end } else { at..at + 1 };
    let body = |(row, column): Place| {
        spread(row, rows).flat_map(move |r| spread(column, columns).map(move |c| (r, c)))
    };
    body(place).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_of_too_few_is_told((tables, sums) in tables()) {
        let untold = untold(&tables, sums, &BTreeSet::new());
        for body in &tables {
            let whole = Whole::of(body, sums);
            for place in places(&whole) {
                prop_assert!(untold.contains(&place) || !too_few(whole.at(place)), "{place:?}");
            }
        }
    }

    #[test]
    fn what_is_not_told_cannot_be_computed((tables, sums) in tables()) {
        let untold = untold(&tables, sums, &BTreeSet::new());
        let whole = Whole::of(&tables[0], sums);
        prop_assert_eq!(fixed(&equations(&whole, sums), &untold), Vec::<Place>::new());
    }

    #[test]
    fn no_two_filters_leave_too_few_between_them((tables, sums) in tables()) {
        let untold = untold(&tables, sums, &BTreeSet::new());
        for body in &tables {
            let whole = Whole::of(body, sums);
            let told: Vec<Place> =
                places(&whole).into_iter().filter(|place| !untold.contains(place)).collect();
            for one in &told {
                for other in &told {
                    let (wide, narrow) =
                        (filter(*one, &whole, sums), filter(*other, &whole, sums));
                    if narrow.is_subset(&wide) {
                        let left = whole.at(*one) - whole.at(*other);
                        prop_assert!(!too_few(left), "{one:?} less {other:?} leaves {left}");
                    }
                }
            }
        }
    }

    /// Conversations are shown all together and by form. Each form alone is safe; so are all three
    /// with their sum: whatever moves in a circle in one form can move back in another.
    #[test]
    fn forms_and_their_sum_give_nothing_away(forms in proptest::collection::vec(table(3, 4), 3)) {
        let all = |row: usize, column: usize| forms.iter().map(|form| form[row][column]).sum();
        let sum: Vec<Vec<u32>> =
            (0..3).map(|row| (0..4).map(|column| all(row, column)).collect()).collect();
        let tables = [vec![sum], forms.clone()].concat();
        let untold = untold(&tables, BOTH, &BTreeSet::new());
        // One system: the unknowns of each of the four tables, told apart by a higher row.
        let mut equations_of_all = Vec::new();
        let mut unknowns = BTreeSet::new();
        for (nth, body) in tables.iter().enumerate() {
            let whole = Whole::of(body, BOTH);
            let shift = |(row, column): Place| (row + 100 * nth, column);
            for equation in equations(&whole, BOTH) {
                let shifted = equation.into_iter().map(|(place, sign)| (shift(place), sign));
                equations_of_all.push(shifted.collect::<Vec<_>>());
            }
            unknowns.extend(untold.iter().map(|place| shift(*place)));
        }
        for place in &untold {
            let of = |nth: usize| (place.0 + 100 * nth, place.1);
            equations_of_all.push(vec![(of(0), -1), (of(1), 1), (of(2), 1), (of(3), 1)]);
        }
        prop_assert_eq!(fixed(&equations_of_all, &unknowns), Vec::<Place>::new());
    }

    #[test]
    fn what_is_kept_back_for_another_reason_stays_so((tables, sums) in tables()) {
        let also = BTreeSet::from([(0, 0)]);
        let untold = untold(&tables, sums, &also);
        prop_assert!(untold.contains(&(0, 0)));
        let whole = Whole::of(&tables[0], sums);
        prop_assert_eq!(fixed(&equations(&whole, sums), &untold), Vec::<Place>::new());
    }
}

#[test]
fn large_numbers_are_all_told() {
    let body = vec![vec![10, 20, 30], vec![5, 0, 8]];
    assert_eq!(untold(&[body], BOTH, &BTreeSet::new()), BTreeSet::new());
}

#[test]
fn a_single_small_number_takes_three_others_with_it() {
    let body = vec![vec![3, 20, 30], vec![9, 12, 8]];
    let untold = untold(&[body], BOTH, &BTreeSet::new());
    assert_eq!(untold, BTreeSet::from([(0, 0), (0, 1), (1, 0), (1, 1)]));
}

#[test]
fn a_single_caseworker_is_the_department() {
    let body = vec![vec![3, 20, 30]];
    let untold = untold(&[body], BOTH, &BTreeSet::new());
    assert_eq!(untold, BTreeSet::from([(0, 0), (0, 1), (1, 0), (1, 1)]));
}
