//! Lists out of iterators.
//!
//! The standard library's `collect` guesses how much room it needs, which writes the way to the next item down twice for
//! every iterator of a program: eight kilobytes of what each visitor downloads. For the app's short lists the guess gains
//! nothing.

/// Any iterator whose items are to be a list.
pub trait Gather: Iterator + Sized {
    /// All that is left, in order.
    fn gather(self) -> Vec<Self::Item> {
        let mut items = Vec::new();
        self.gather_into(&mut items);
        items
    }

    /// All that is left, in order, behind what a list has already: in place of `extend`, for the same reason.
    fn gather_into(self, items: &mut Vec<Self::Item>) {
        self.for_each(|item| items.push(item));
    }
}

impl<I: Iterator> Gather for I {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_gathered_in_their_order() {
        assert_eq!((1..4).rev().gather(), [3, 2, 1]);
        assert!("".chars().gather().is_empty());
        let mut items = vec![0];
        (1..3).gather_into(&mut items);
        assert_eq!(items, [0, 1, 2]);
    }
}
