//! CPR and CVR numbers (DOMAIN 7.2, 7.3). Parsed once, then carried as types.
