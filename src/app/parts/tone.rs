//! The soft ground behind pictures and signs.

use crate::domain::category::ground;
use crate::domain::code::Code;

/// The class of a category's ground.
pub fn of_category(category: &Code) -> &'static str {
    match ground(category) {
        0 => "tone-1",
        1 => "tone-2",
        2 => "tone-3",
        3 => "tone-4",
        _ => "tone-5",
    }
}

/// The class of a seller's sign: the same for one seller everywhere.
pub fn of_seller(seller: &Code) -> &'static str {
    match seller
        .as_str()
        .bytes()
        .fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)))
        % 5
    {
        0 => "tone-1",
        1 => "tone-2",
        2 => "tone-3",
        3 => "tone-4",
        _ => "tone-5",
    }
}
