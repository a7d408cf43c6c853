//! The use cases of Déroulé: the one mutation path, problems, wire types.
