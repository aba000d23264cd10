package io.fulfillx.desktop.settings;

import java.util.List;

/**
 * How far a search for printers is.
 *
 * @param done how many of the places have been looked at
 * @param problems a sentence for each place that could not be looked at
 */
record SearchState(List<FoundRow> found, int done, int places, List<String> problems) {
    static final SearchState NONE = new SearchState(List.of(), 0, 0, List.of());

    SearchState {
        found = List.copyOf(found);
        problems = List.copyOf(problems);
    }

    boolean running() {
        return done < places;
    }
}
