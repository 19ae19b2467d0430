//! Sorting numbers by their digits.

/// A digit has so many bits: the counts of its values fit into the fastest memory.
const DIGIT: u32 = 11;
const VALUES: usize = 1 << DIGIT;

/// Sorts by the bits of each number from `lowest` upwards. Numbers that are alike in these stay in order.
pub fn sort(numbers: &mut Vec<u64>, lowest: u32) {
    let highest = numbers.iter().fold(0, |all, number| all | number);
    let mut other = Vec::new();
    for shift in (lowest..u64::BITS - highest.leading_zeros()).step_by(DIGIT as usize) {
        other.resize(numbers.len(), 0);
        deal(numbers, &mut other, shift);
        std::mem::swap(numbers, &mut other);
    }
}

/// Deals the numbers by one of their digits.
fn deal(numbers: &[u64], into: &mut [u64], shift: u32) {
    let digit = |number: u64| (number >> shift) as usize % VALUES;
    let mut places = [0; VALUES];
    for &number in numbers {
        places[digit(number)] += 1;
    }
    let mut next = 0;
    for place in &mut places {
        next += std::mem::replace(place, next);
    }
    for &number in numbers {
        let place = &mut places[digit(number)];
        into[*place] = number;
        *place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn equal_ones_stay_in_order(
            numbers in proptest::collection::vec(any::<u64>().prop_flat_map(|most| 0..=most), 0..200),
            lowest in 0u32..64,
        ) {
            let mut sorted = numbers.clone();
            sort(&mut sorted, lowest);
            let mut expected = numbers;
            expected.sort_by_key(|number| number >> lowest);
            prop_assert_eq!(sorted, expected);
        }
    }
}
