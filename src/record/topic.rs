//! What a letter can be about: a closed list, so that people can be found by it.

use super::word::words;

words! {
    /// Something that people like and that does no harm in any letter. Whatever
    /// says something of health, faith, love, politics or the case is not here.
    "topic" Topic {
        Books = "books",
        Poetry = "poetry",
        History = "history",
        Languages = "languages",
        Philosophy = "philosophy",
        Theatre = "theatre",
        Cinema = "cinema",
        Music = "music",
        Art = "art",
        Photography = "photography",
        Crafts = "crafts",
        Chess = "chess",
        Games = "games",
        Sport = "sport",
        Football = "football",
        Nature = "nature",
        Animals = "animals",
        Gardening = "gardening",
        Cooking = "cooking",
        Science = "science",
        Mathematics = "mathematics",
        Programming = "programming",
        Travel = "travel",
        Humour = "humour",
    }
}
