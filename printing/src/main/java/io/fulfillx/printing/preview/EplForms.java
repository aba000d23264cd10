package io.fulfillx.printing.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Forms in the memory of an EPL2 printer: {@code FS} to {@code FE} keeps lines, {@code FR} executes
 * them, after {@code ?} with a line for each variable that the form defines.
 */
final class EplForms {
    private static final int MOST_FORMS = 100;
    private static final int MOST_LINES = 2000;
    private static final Pattern VARIABLE = Pattern.compile("(?<=[,\" ])V([0-9]{2})\\b");
    private static final Pattern DEFINITION = Pattern.compile("V[0-9]{2},.*");

    private final Consumer<String> execute;
    private final Map<String, List<String>> forms = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private List<String> storing = new ArrayList<>();
    private List<String> recalled = List.of();
    private String name = "";
    private int valuesWanted;

    EplForms(Consumer<String> execute) {
        this.execute = execute;
    }

    /** Whether the line is about forms, and so no more to be executed as it is. */
    boolean takes(String line) {
        if (!name.isEmpty()) {
            store(line.strip());
        } else if (valuesWanted > 0) {
            value(line);
        } else if (line.startsWith("FS\"")) {
            name = named(line);
            storing = new ArrayList<>();
        } else if (line.startsWith("FK\"")) {
            forms.remove(named(line));
        } else if (line.startsWith("FR\"")) {
            recall(forms.getOrDefault(named(line), List.of()));
        } else if (line.strip().equals("?")) {
            values.clear();
            valuesWanted = variables(recalled);
        } else {
            return false;
        }
        return true;
    }

    /** What stands between the quotes; never empty. */
    private static String named(String line) {
        return "form " + line.split("\"", 3)[1];
    }

    private void store(String line) {
        if (!line.equals("FE")) {
            if (storing.size() < MOST_LINES) {
                storing.add(line);
            }
            return;
        }
        if (forms.size() < MOST_FORMS) {
            forms.put(name, List.copyOf(storing));
        }
        name = "";
    }

    private void recall(List<String> form) {
        recalled = form;
        if (variables(form) == 0) {
            form.forEach(execute);
        }
    }

    private static int variables(List<String> form) {
        return (int) form.stream().filter(line -> DEFINITION.matcher(line).matches()).count();
    }

    private void value(String line) {
        values.add(line);
        if (--valuesWanted == 0) {
            recalled.stream()
                    .filter(each -> !DEFINITION.matcher(each).matches())
                    .map(this::filled)
                    .forEach(execute);
        }
    }

    private String filled(String line) {
        return VARIABLE.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(quoted(found.group(1))));
    }

    private String quoted(String number) {
        int index = Integer.parseInt(number);
        String value = index < values.size() ? values.get(index) : "";
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Leaves a form that was being stored or filled in. */
    void cancel() {
        name = "";
        valuesWanted = 0;
    }

    void clear() {
        cancel();
        forms.clear();
        recalled = List.of();
    }
}
