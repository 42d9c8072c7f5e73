//! On which days decision letters may leave (seed K1, DOMAIN 7.1).
