//! Which numbers are not told because they are about too few people, or because too few could be
//! computed from the others. Knows nothing but tables of numbers.
//!
//! A table has a row for each caseworker and a column for each month, and around it the sums:
//! a row for the department, a column for the whole period. Whoever reads it can subtract. What is
//! not told is therefore seen as a graph: every line that adds up (a row with its sum, a column with
//! its sum) is a node, and every number that is not told is an edge between its row and its column,
//! or to the ground where there is no such sum. A number that is not told can be computed exactly
//! when its edge lies on no cycle, so numbers are taken out until every edge lies on one.

use std::collections::BTreeSet;

/// Nothing is said of fewer than so many.
pub const FEWEST: u32 = 5;

/// A place in a table: row, column. The sums come last.
pub type Place = (usize, usize);

/// Which sums a table is shown with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// Of each row, over the columns.
    pub of_rows: bool,
    /// Of each column, over the rows.
    pub of_columns: bool,
}

/// A table with its sums.
struct Whole {
    numbers: Vec<Vec<u32>>,
}

impl Whole {
    fn of(body: &[Vec<u32>], sums: Sums) -> Self {
        let mut numbers = body.to_vec();
        if sums.of_columns {
            let width = body.first().map_or(0, Vec::len);
            let sum = |column: usize| body.iter().filter_map(|row| row.get(column)).sum();
            numbers.push((0..width).map(sum).collect());
        }
        if sums.of_rows {
            for row in &mut numbers {
                row.push(row.iter().sum());
            }
        }
        Self { numbers }
    }

    fn at(&self, (row, column): Place) -> u32 {
        self.numbers.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default()
    }
}

/// Is it about somebody, but about too few?
const fn too_few(number: u32) -> bool {
    number > 0 && number < FEWEST
}

/// The places that are not told in any of these tables, which are of one size and shown together:
/// what one of them must not tell the others do not tell either, so that a table and the tables it
/// is the sum of give nothing away. `also` are places that are not told for another reason.
pub fn untold(tables: &[Vec<Vec<u32>>], sums: Sums, also: &BTreeSet<Place>) -> BTreeSet<Place> {
    let wholes: Vec<Whole> = tables.iter().map(|body| Whole::of(body, sums)).collect();
    let Some(first) = wholes.first() else { return BTreeSet::new() };
    let (rows, columns) = (first.numbers.len(), first.numbers.first().map_or(0, Vec::len));
    let all = || (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)));
    let mut hiding = Hiding { wholes, rows, columns, sums, untold: also.clone() };
    let few = |place: &Place| hiding.wholes.iter().any(|whole| too_few(whole.at(*place)));
    let few: Vec<Place> = all().filter(few).collect();
    hiding.untold.extend(few);
    while hiding.take_more() {}
    hiding.untold
}

struct Hiding {
    wholes: Vec<Whole>,
    rows: usize,
    columns: usize,
    sums: Sums,
    untold: BTreeSet<Place>,
}

/// A line that adds up.
#[derive(Clone, Copy)]
enum Line {
    Row(usize),
    Column(usize),
}

impl Hiding {
    /// Takes more out where something could be computed; `false` when nothing can.
    fn take_more(&mut self) -> bool {
        let mut more = BTreeSet::new();
        let computable = self.computable();
        let lines = |(row, column): Place| [Line::Row(row), Line::Column(column)];
        // One at a time, and first where a number stands alone in its line: each may close the way
        // of several, and the fewest numbers are kept back.
        let alone = computable.iter().flat_map(|place| lines(*place));
        let mut alone = alone.filter(|line| self.untold_in(*line) == 1);
        let next = alone.find_map(|line| self.next_in(line, &more));
        let any = || computable.iter().flat_map(|place| lines(*place));
        more.extend(next.or_else(|| any().find_map(|line| self.next_in(line, &BTreeSet::new()))));
        if more.is_empty() {
            let lines = (0..self.rows).map(Line::Row).chain((0..self.columns).map(Line::Column));
            for line in lines.filter(|line| self.tells_too_few(*line)) {
                more.extend(self.next_in(line, &more));
            }
        }
        if more.is_empty() {
            more.extend(self.left_alone());
        }
        self.untold.extend(&more);
        !more.is_empty()
    }

    /// What leaves too few when it is subtracted from a sum that it is part of, however far apart
    /// the two stand: one of each sum.
    fn left_alone(&self) -> BTreeSet<Place> {
        let ends = (self.rows.saturating_sub(1), self.columns.saturating_sub(1));
        let spread = |at: usize, sums: bool, end: usize| {
            if sums && at == end { 0..end + 1 } else { at..at + 1 }
        };
        let told = |place: &Place| !self.untold.contains(place);
        let leaves_few = |wide: Place, narrow: Place| {
            let left = |whole: &Whole| whole.at(wide).saturating_sub(whole.at(narrow));
            self.wholes.iter().any(|whole| too_few(left(whole)))
        };
        let within = |wide: Place| {
            let columns = spread(wide.1, self.sums.of_rows, ends.1);
            let rows = spread(wide.0, self.sums.of_columns, ends.0);
            rows.flat_map(move |row| columns.clone().map(move |column| (row, column)))
        };
        let all = (0..self.rows).flat_map(|row| (0..self.columns).map(move |c| (row, c)));
        all.filter(told)
            .filter_map(|wide| {
                let mut narrow = within(wide).filter(|one| *one != wide).filter(told);
                narrow.find(|narrow| leaves_few(wide, *narrow))
            })
            .collect()
    }

    /// The line's places, the sum last; empty when it has no sum.
    fn places(&self, line: Line) -> Vec<Place> {
        match line {
            Line::Row(row) if self.sums.of_rows => (0..self.columns).map(|c| (row, c)).collect(),
            Line::Column(column) if self.sums.of_columns => {
                (0..self.rows).map(|row| (row, column)).collect()
            }
            Line::Row(_) | Line::Column(_) => Vec::new(),
        }
    }

    /// How many of a line's places are not told.
    fn untold_in(&self, line: Line) -> usize {
        self.places(line).iter().filter(|place| self.untold.contains(place)).count()
    }

    /// Does the sum of a line, less what is told of it, leave too few?
    fn tells_too_few(&self, line: Line) -> bool {
        let places = self.places(line);
        let Some((sum, parts)) = places.split_last() else { return false };
        let left = |whole: &Whole| {
            let untold = parts.iter().filter(|place| self.untold.contains(place));
            untold.map(|place| whole.at(*place)).sum()
        };
        !self.untold.contains(sum) && self.wholes.iter().any(|whole| too_few(left(whole)))
    }

    /// What is best taken out of a line next: of what is about somebody, where it closes a way, the
    /// smallest; sums last.
    fn next_in(&self, line: Line, taken: &BTreeSet<Place>) -> Option<Place> {
        let places = self.places(line);
        let sum = places.last().copied();
        let size = |place: &Place| self.wholes.iter().map(|whole| whole.at(*place)).max();
        let told = |place: &&Place| !self.untold.contains(place) && !taken.contains(place);
        let open = |place: &Place| {
            let across = match line {
                Line::Row(_) => Line::Column(place.1),
                Line::Column(_) => Line::Row(place.0),
            };
            self.untold_in(across) == 0
        };
        let worth = |place: &&Place| {
            (size(place) == Some(0), Some(**place) == sum, open(place), size(place))
        };
        places.iter().filter(told).min_by_key(worth).copied()
    }

    /// The places whose edge lies on no cycle: Tarjan's bridges, without recursion.
    fn computable(&self) -> Vec<Place> {
        let ground = self.rows + self.columns;
        let ends = |&(row, column): &Place| {
            let one = if self.sums.of_rows { row } else { ground };
            let other = if self.sums.of_columns { self.rows + column } else { ground };
            (one, other)
        };
        let edges: Vec<Place> = self.untold.iter().copied().collect();
        let mut meets = vec![Vec::new(); ground + 1];
        for (edge, place) in edges.iter().enumerate() {
            let (one, other) = ends(place);
            for (from, to) in [(one, other), (other, one)] {
                if let Some(met) = meets.get_mut(from) {
                    met.push((edge, to));
                }
            }
        }
        let bridges = bridges(&meets);
        bridges.into_iter().filter_map(|edge| edges.get(edge).copied()).collect()
    }
}

/// The edges of a graph that lie on no cycle. `meets` has for each node its edges and where they
/// lead; there may be several edges between two nodes.
fn bridges(meets: &[Vec<(usize, usize)>]) -> Vec<usize> {
    let mut found = Vec::new();
    // When a node was come to, and the earliest that can be come to from it another way.
    let mut order = vec![0_usize; meets.len()];
    let mut earliest = vec![0_usize; meets.len()];
    let mut count = 0;
    for root in 0..meets.len() {
        if order.get(root) != Some(&0) {
            continue;
        }
        count += 1;
        set(&mut order, root, count);
        set(&mut earliest, root, count);
        // The node, the edge that led to it, and how many of its edges have been followed.
        let mut way = vec![(root, usize::MAX, 0_usize)];
        while let Some((node, by, next)) = way.last_mut() {
            let (node, by) = (*node, *by);
            let step = meets.get(node).and_then(|met| met.get(*next)).copied();
            *next += 1;
            match step {
                Some((edge, _)) if edge == by => {}
                Some((edge, to)) if get(&order, to) == 0 => {
                    count += 1;
                    set(&mut order, to, count);
                    set(&mut earliest, to, count);
                    way.push((to, edge, 0));
                }
                Some((_, to)) => {
                    let seen = get(&earliest, node).min(get(&order, to));
                    set(&mut earliest, node, seen);
                }
                None => {
                    way.pop();
                    if let Some((before, ..)) = way.last() {
                        let seen = get(&earliest, *before).min(get(&earliest, node));
                        set(&mut earliest, *before, seen);
                        if get(&earliest, node) > get(&order, *before) {
                            found.push(by);
                        }
                    }
                }
            }
        }
    }
    found
}

fn get(numbers: &[usize], at: usize) -> usize {
    numbers.get(at).copied().unwrap_or_default()
}

fn set(numbers: &mut [usize], at: usize, to: usize) {
    if let Some(number) = numbers.get_mut(at) {
        *number = to;
    }
}

#[cfg(test)]
mod tests;
