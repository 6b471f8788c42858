//! The guide for staff. Staff are "Anda".
