package io.fulfillx.printing.preview.zpl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything the commands of one document work on. */
final class Workbench {
    final Modes modes = new Modes();
    final Memory memory = new Memory();
    private final Map<Integer, String> numbers = new HashMap<>();
    private final List<LabelItem> items = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private FieldDraft field;

    Workbench() {
        field = new FieldDraft(home());
    }

    private Place home() {
        return new Place(modes.homeX, modes.homeY, false, false, modes.rightJustified);
    }

    FieldDraft field() {
        return field;
    }

    void nextField() {
        field = new FieldDraft(home());
    }

    void nextLabel() {
        items.clear();
        numbers.clear();
        warnings.clear();
        nextField();
    }

    List<LabelItem> items() {
        return items;
    }

    Map<Integer, String> numbers() {
        return numbers;
    }

    Set<String> warnings() {
        return warnings;
    }

    void warn(String sentence) {
        if (warnings.size() < 100) {
            warnings.add(sentence);
        }
    }

    /** Adds a drawing that is complete as it stands. */
    void add(Drawing drawing) {
        items.add(new LabelItem.Fixed(drawing, reversed()));
    }

    boolean reversed() {
        return field.reversed || modes.reversed;
    }
}
