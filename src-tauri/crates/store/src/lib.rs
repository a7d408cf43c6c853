//! The SQLite store of Déroulé: tables, migrations, journal, backup.
