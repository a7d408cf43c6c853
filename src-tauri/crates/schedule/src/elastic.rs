//! Elastic durations: how short and how long a slot may get to make a day fit.

use deroule_model::{Kind, Minutes, Slot};

use crate::rule::TimedSlot;

/// The least and the most a slot may last; what it lasts now is never outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The least.
    pub min_minutes: Minutes,
    /// The most.
    pub max_minutes: Minutes,
}

/// Times that people read are multiples of five.
const NEAT: u32 = 5;

/// The limits of a slot: those it was given; else a break and free time may shrink to half and grow
/// to double, and everything else is as long as it is. A parallel block never gets shorter than
/// its longest track, and one that lasts as long as that has no say. `timed` is when it happens.
pub fn limits(slot: &Slot, timed: &TimedSlot) -> Limits {
    let minutes = timed.minutes();
    let rigid = Limits {
        min_minutes: minutes,
        max_minutes: minutes,
    };
    let Some(own) = slot.minutes.filter(|own| !own.is_zero()) else {
        return rigid;
    };
    let usual = if is_elastic_by_default(slot.kind) {
        Limits {
            min_minutes: neat_half(own).min(own),
            max_minutes: own.saturating_mul(2),
        }
    } else {
        rigid
    };
    let longest = timed.longest_track();
    if longest > own {
        return rigid;
    }
    Limits {
        min_minutes: slot
            .min_minutes
            .unwrap_or(usual.min_minutes)
            .max(longest)
            .min(own),
        max_minutes: slot.max_minutes.unwrap_or(usual.max_minutes).max(own),
    }
}

/// Half of a duration, rounded up to what is neat.
fn neat_half(own: Minutes) -> Minutes {
    Minutes(own.0.div_ceil(2).next_multiple_of(NEAT))
}

/// Whether a slot of this kind is elastic until someone says otherwise.
pub fn is_elastic_by_default(kind: Kind) -> bool {
    matches!(kind, Kind::Break | Kind::FreeTime)
}

/// Shares `total` among `rooms` in proportion, none getting more than its room; `None` when it does
/// not fit. In fives when that can be done, so that neat times stay neat.
pub fn share(total: Minutes, rooms: &[Minutes]) -> Option<Vec<Minutes>> {
    [NEAT, 1].into_iter().find_map(|step| {
        if !total.0.is_multiple_of(step) {
            return None;
        }
        let steps: Vec<u32> = rooms.iter().map(|room| room.0 / step).collect();
        let shares = share_steps(total.0 / step, &steps)?;
        Some(
            shares
                .into_iter()
                .map(|share| Minutes(share * step))
                .collect(),
        )
    })
}

/// The largest remainders get what rounding down left over.
fn share_steps(total: u32, rooms: &[u32]) -> Option<Vec<u32>> {
    let sum: u64 = rooms.iter().copied().map(u64::from).sum();
    if sum < u64::from(total) || sum == 0 {
        return None;
    }
    let exact = |room: u32| u64::from(total) * u64::from(room);
    let mut shares: Vec<u32> = rooms
        .iter()
        .map(|room| u32::try_from(exact(*room) / sum).unwrap_or(*room))
        .collect();
    let mut order: Vec<usize> = (0..rooms.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(rooms.get(*at).map_or(0, |room| exact(*room) % sum)));
    let mut left = total - shares.iter().sum::<u32>();
    for at in order {
        if left == 0 {
            break;
        }
        if let (Some(share), Some(room)) = (shares.get_mut(at), rooms.get(at))
            && *share < *room
        {
            *share += 1;
            left -= 1;
        }
    }
    (left == 0).then_some(shares)
}

#[cfg(test)]
mod tests {
    use super::share;
    use deroule_model::Minutes;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_shared_is_the_whole_and_stays_within_each_room(
            rooms in prop::collection::vec(0u32..120, 1..12),
            total in 1u32..400,
        ) {
            let (total, rooms) = (Minutes(total), rooms.into_iter().map(Minutes).collect::<Vec<_>>());
            match share(total, &rooms) {
                Some(shares) => {
                    prop_assert_eq!(shares.iter().copied().sum::<Minutes>(), total);
                    prop_assert!(shares.iter().zip(&rooms).all(|(share, room)| share <= room));
                }
                None => prop_assert!(rooms.iter().copied().sum::<Minutes>() < total),
            }
        }
    }

    #[test]
    fn neat_times_stay_neat_where_they_can() {
        let shared = |total, rooms: [u32; 2]| {
            let shares = share(Minutes(total), &rooms.map(Minutes))?;
            Some(shares.into_iter().map(|share| share.0).collect::<Vec<_>>())
        };
        assert_eq!(shared(15, [10, 20]), Some(vec![5, 10]));
        assert_eq!(shared(10, [8, 7]), Some(vec![5, 5]));
        assert_eq!(shared(10, [8, 4]), Some(vec![7, 3]));
        assert_eq!(shared(31, [10, 20]), None);
    }
}
