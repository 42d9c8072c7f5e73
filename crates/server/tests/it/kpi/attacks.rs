//! Subtraction attacks on real answers: everything that is told to somebody, under every pair of
//! filters, and every sum of it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{board, with_a_year};
use crate::support::{Client, TestApp};

/// What one filter chooses: the caseworkers, the months and the forms that it adds up.
type Filter = (Vec<usize>, Vec<usize>, Vec<usize>);

/// Figures about all conversations, and those about the ones in one form, are one thing and its
/// parts.
fn form(figure: &str) -> (&str, Vec<usize>) {
    match figure {
        "held_phone" | "missed_phone" => ("conversations", vec![0]),
        "held_video" | "missed_video" => ("conversations", vec![1]),
        "held_in_person" | "missed_in_person" => ("conversations", vec![2]),
        "held" | "missed" | "self_booked" | "chosen_phone" => ("conversations", vec![0, 1, 2]),
        "chosen_video" | "chosen_in_person" => ("conversations", vec![0, 1, 2]),
        other => (other, vec![0]),
    }
}

/// Everything told of a figure: for each filter how many, or that it is not told.
struct Seen {
    figure: String,
    told: Vec<(Filter, i64)>,
    untold: Vec<Filter>,
}

/// Reads every answer that somebody can get.
async fn everything(client: &Client) -> Vec<Seen> {
    let department = board(client, "").await;
    let people = department["people"].as_array().expect("people").clone();
    let mut boards = vec![(None, department.clone())];
    for (place, person) in people.iter().enumerate() {
        let query = format!("?caseworker={}", person["id"].as_str().expect("an id"));
        boards.push((Some(place), board(client, &query).await));
    }
    let everybody: Vec<usize> = (0..people.len()).collect();
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for (who, board) in &boards {
        let who = who.map_or_else(|| everybody.clone(), |one| vec![one]);
        for one in board["figures"].as_array().expect("figures") {
            let key = one["key"].as_str().expect("a key");
            let (figure, forms) = form(key);
            let standing = ["partial_return", "caseworker_changes"].contains(&key);
            let months = one["months"].as_array().expect("months");
            let mut measures: Vec<(Vec<usize>, &Value)> =
                months.iter().enumerate().map(|(month, measure)| (vec![month], measure)).collect();
            if !standing {
                measures.push(((0..months.len()).collect(), &one["total"]));
            }
            let entry = seen.entry(figure.to_owned()).or_insert_with(|| Seen {
                figure: figure.to_owned(),
                told: Vec::new(),
                untold: Vec::new(),
            });
            for (months, measure) in measures {
                let filter = (who.clone(), months, forms.clone());
                match measure["n"].as_i64() {
                    Some(n) => entry.told.push((filter, n)),
                    None => entry.untold.push(filter),
                }
            }
        }
    }
    seen.into_values().collect()
}

fn within(narrow: &Filter, wide: &Filter) -> bool {
    let all_in = |narrow: &[usize], wide: &[usize]| narrow.iter().all(|one| wide.contains(one));
    all_in(&narrow.0, &wide.0) && all_in(&narrow.1, &wide.1) && all_in(&narrow.2, &wide.2)
}

/// No pair of filters, one within the other, leaves 1 to 4 people between them.
fn pairs_leave_enough(seen: &Seen) -> usize {
    let mut pairs = 0;
    for (wide, all) in &seen.told {
        for (narrow, some) in &seen.told {
            if within(narrow, wide) {
                let left = all - some;
                assert!(
                    left == 0 || left >= 5,
                    "{}: {wide:?} less {narrow:?}: {left}",
                    seen.figure
                );
                pairs += 1;
            }
        }
    }
    pairs
}

/// Nor does any sum of answers: what is not told is not fixed by the equations that each filter
/// is of its smallest parts, taken together. Elimination with fractions, modulo a large prime.
fn nothing_is_fixed(seen: &Seen) {
    const PRIME: i128 = 2_305_843_009_213_693_951;
    let power = |mut base: i128, mut exponent: i128| {
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
    // The unknowns are the smallest parts: one caseworker in one month in one form.
    let filters = || seen.told.iter().map(|one| &one.0).chain(&seen.untold);
    let people = 1 + filters().flat_map(|one| &one.0).max().expect("people");
    let months = 1 + filters().flat_map(|one| &one.1).max().expect("months");
    let row = |filter: &Filter| {
        let mut row = vec![0_i128; 3 * people * months];
        for who in &filter.0 {
            for month in &filter.1 {
                for form in &filter.2 {
                    row[(who * months + month) * 3 + form] = 1;
                }
            }
        }
        row
    };
    let mut basis: Vec<(usize, Vec<i128>)> = Vec::new();
    let reduce = |row: &mut Vec<i128>, basis: &[(usize, Vec<i128>)]| {
        for (pivot, with) in basis {
            let factor = row[*pivot];
            if factor != 0 {
                for (one, with) in row.iter_mut().zip(with) {
                    *one = (*one + PRIME - factor * with % PRIME) % PRIME;
                }
            }
        }
    };
    for (filter, _) in &seen.told {
        let mut row = row(filter);
        reduce(&mut row, &basis);
        if let Some(pivot) = row.iter().position(|one| *one != 0) {
            let inverse = power(row[pivot], PRIME - 2);
            row.iter_mut().for_each(|one| *one = *one * inverse % PRIME);
            basis.push((pivot, row));
        }
    }
    for filter in &seen.untold {
        let mut row = row(filter);
        reduce(&mut row, &basis);
        assert!(row.iter().any(|one| *one != 0), "{}: {filter:?} can be computed", seen.figure);
    }
}

on_both_databases!(no_two_answers_leave_too_few, async |app: TestApp| {
    with_a_year(&app, 200).await;
    let leader = app.caseworker("team-leader").await;
    let (mut pairs, mut untold) = (0, 0);
    for seen in everything(&leader).await {
        pairs += pairs_leave_enough(&seen);
        nothing_is_fixed(&seen);
        untold += seen.untold.len();
    }
    assert!(pairs > 5_000 && untold > 500, "{pairs} pairs, {untold} not told");
});

// The department and oneself are all that a caseworker sees.
on_both_databases!(a_caseworker_cannot_subtract_themselves, async |app: TestApp| {
    with_a_year(&app, 200).await;
    let department = board(&app.caseworker("team-leader").await, "").await;
    for person in department["people"].as_array().expect("people") {
        let id = person["id"].as_str().expect("an id").parse().expect("an id");
        let client = app.caseworker_of(id).await;
        let own = board(&client, &format!("?caseworker={id}")).await;
        let shown = board(&client, "").await;
        let figures = own["figures"].as_array().expect("figures");
        for (mine, all) in figures.iter().zip(shown["figures"].as_array().expect("figures")) {
            assert_eq!(mine["key"], all["key"]);
            let measures = |one: &Value| {
                let months = one["months"].as_array().expect("months").clone();
                [months, vec![one["total"].clone()]].concat()
            };
            for (mine, all) in measures(mine).iter().zip(measures(all)) {
                if let (Some(mine), Some(all)) = (mine["n"].as_i64(), all["n"].as_i64()) {
                    assert!(all == mine || all - mine >= 5, "{person}: {all} less {mine}");
                }
            }
        }
    }
});
