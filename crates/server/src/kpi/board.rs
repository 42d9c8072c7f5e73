//! The figures of a department or a caseworker: what was counted, less what is not told. Knows no
//! SQL and no HTTP.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use contract::kpi::{FigureKey, Measure};
use rules::suppress::{self, Place, untold};
use uuid::Uuid;

use super::counted::Population;
use super::store::{Sum, Sums};

/// Who looks at whose figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Of whom; of the department when absent.
    pub of: Option<Uuid>,
    /// Who looks, if they see themselves and the department only: what they know of themselves is
    /// kept from telling of the others.
    pub only: Option<Uuid>,
}

/// Everything that was counted of a team.
pub struct Counts {
    /// The team.
    pub people: Vec<Uuid>,
    /// How many months.
    pub months: usize,
    /// The sums.
    pub sums: Sums,
}

/// A figure as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Over the period, or of today for what stands.
    pub total: Measure,
    /// Month by month.
    pub months: Vec<Measure>,
}

impl Counts {
    fn at(&self, key: FigureKey, who: Uuid, month: usize) -> Sum {
        let of_key = self.sums.get(&key);
        of_key.and_then(|sums| sums.get(&(who, month))).copied().unwrap_or_default()
    }

    /// How many, by person and month.
    fn table(&self, key: FigureKey) -> Vec<Vec<u32>> {
        let n = |who: Uuid, month| u32::try_from(self.at(key, who, month).n).unwrap_or(u32::MAX);
        let row = |who: &Uuid| (0..self.months).map(|month| n(*who, month)).collect();
        self.people.iter().map(row).collect()
    }

    /// The figures of these populations of which there is anything at all, as they are told.
    pub fn told(
        &self,
        populations: &[Population],
        view: View,
        fewest_colleagues: usize,
    ) -> BTreeMap<FigureKey, Told> {
        let mut told = BTreeMap::new();
        for population in populations {
            for family in families(population) {
                let untold = self.untold(&family, view, fewest_colleagues);
                for key in family {
                    if self.sums.get(&key).is_some_and(|sums| !sums.is_empty()) {
                        told.insert(key, self.of(key, view.of, &untold));
                    }
                }
            }
        }
        told
    }

    /// What is not told of figures that belong together.
    fn untold(&self, family: &[FigureKey], view: View, fewest: usize) -> BTreeSet<Place> {
        let tables: Vec<_> = family.iter().map(|key| self.table(*key)).collect();
        let standing = family.iter().any(|key| key.is_standing());
        let sums = suppress::Sums { of_rows: !standing, of_columns: true };
        let mut all = untold(&tables, sums, &BTreeSet::new());
        let Some(me) = view.only.and_then(|id| self.people.iter().position(|one| *one == id))
        else {
            return all;
        };
        // The department less oneself is the others: it is a table of one row that they must not
        // be read from either.
        let department = self.people.len();
        let mut also: BTreeSet<Place> =
            all.iter().filter(|(row, _)| *row == department).map(|(_, at)| (0, *at)).collect();
        let others: Vec<Vec<Vec<u32>>> =
            tables.iter().map(|table| vec![others(table, me)]).collect();
        // Nobody in particular is no colleague: what counts to nobody is somebody's all the same, and
        // where one colleague alone holds conversations it is plain whose.
        let is_colleague =
            |at: usize| at != me && self.people.get(at).is_some_and(|id| !id.is_nil());
        let holders = |months: Range<usize>| {
            let holds =
                |who: Uuid| months.clone().any(|at| self.at(FigureKey::Held, who, at).tenths > 0);
            let colleagues = self.people.iter().enumerate().filter(|(at, _)| is_colleague(*at));
            colleagues.filter(|(_, who)| holds(**who)).count()
        };
        let few = |table: &[Vec<u32>], months: Range<usize>| {
            let counts =
                |row: &Vec<u32>| months.clone().any(|at| row.get(at).is_some_and(|n| *n > 0));
            let with = |at: usize| table.get(at).is_some_and(counts);
            let anything = (0..department).any(|at| at != me && with(at));
            let counted = (0..department).filter(|at| is_colleague(*at) && with(*at)).count();
            let nobodys = counted == 0 && holders(months.clone()) >= fewest;
            anything && counted < fewest && !nobodys
        };
        for month in 0..self.months {
            if tables.iter().any(|table| few(table, month..month + 1)) {
                also.insert((0, month));
            }
        }
        if !standing && tables.iter().any(|table| few(table, 0..self.months)) {
            also.extend((0..=self.months).map(|month| (0, month)));
        }
        let sums = suppress::Sums { of_rows: !standing, of_columns: false };
        let row = untold(&others, sums, &also);
        all.extend(row.into_iter().map(|(_, at)| (department, at)));
        all
    }

    fn of(&self, key: FigureKey, of: Option<Uuid>, untold: &BTreeSet<Place>) -> Told {
        let row = of.and_then(|id| self.people.iter().position(|one| *one == id));
        let row = row.unwrap_or(self.people.len());
        let sum = |month: usize| match of {
            Some(who) => self.at(key, who, month),
            None => {
                let each = self.people.iter().map(|who| self.at(key, *who, month));
                each.fold(Sum::default(), Sum::and)
            }
        };
        let sums: Vec<Sum> = (0..self.months).map(sum).collect();
        let measure = |sum: Sum, at: usize| {
            if untold.contains(&(row, at)) { Measure::default() } else { measure(sum) }
        };
        let months: Vec<Measure> =
            sums.iter().enumerate().map(|(at, sum)| measure(*sum, at)).collect();
        let total = if key.is_standing() {
            months.last().copied().unwrap_or_default()
        } else {
            measure(sums.into_iter().fold(Sum::default(), Sum::and), self.months)
        };
        Told { total, months }
    }
}

/// What is left of each month without one person.
fn others(table: &[Vec<u32>], without: usize) -> Vec<u32> {
    let months = table.first().map_or(0, Vec::len);
    let others = || table.iter().enumerate().filter(|(at, _)| *at != without);
    (0..months).map(|month| others().filter_map(|(_, row)| row.get(month)).sum()).collect()
}

/// Figures that must not be subtracted from each other. Figures of the same rows share what is not
/// told of them anyhow.
fn families(population: &Population) -> Vec<Vec<FigureKey>> {
    let keys = population.figures.iter().map(|counted| counted.key);
    if population.one_family {
        return vec![keys.collect()];
    }
    keys.map(|key| vec![key]).collect()
}

/// A sum as it is told: the mean, rounded.
pub fn measure(sum: Sum) -> Measure {
    let n = u32::try_from(sum.n).unwrap_or(u32::MAX);
    let mean = (sum.n > 0).then(|| {
        let twice = 2 * sum.tenths + sum.n;
        i32::try_from(twice.div_euclid(2 * sum.n)).unwrap_or(i32::MAX)
    });
    Measure { n: Some(n), tenths: mean }
}
