package io.fulfillx.printing.preview.zpl;

import java.util.Optional;

/** Commands that make up a field: place, font, block, data. */
final class FieldCommands {
    private static final int FAR = 32_000;

    private final Workbench bench;
    private boolean recalling;

    FieldCommands(Workbench bench) {
        this.bench = bench;
    }

    /** Whether the commands come from a stored format, whose numbered fields wait for data. */
    void recalling(boolean now) {
        recalling = now;
    }

    boolean execute(String name, String data, Parameters parameters) {
        FieldDraft field = bench.field();
        switch (name) {
            case "^FO" -> place(parameters, false);
            case "^FT" -> place(parameters, true);
            case "^FW" -> direction(parameters);
            case "^A" -> font(parameters);
            case "^A@" -> fileFont(parameters);
            case "^CF" -> defaultFont(parameters);
            case "^CW" -> bench.memory.alias(parameters.letter(0, '0'), parameters.text(1));
            case "^FB" -> field.block = Optional.of(block(parameters));
            case "^TB" -> textBlock(parameters);
            case "^FD", "^FV" -> field.data = Optional.of(unescape(data, field.hexMark));
            case "^FH" -> field.hexMark = data.isEmpty() ? '_' : data.charAt(0);
            case "^FN" -> field.number = number(data);
            case "^FE" -> field.embedder = data.isEmpty() ? '#' : data.charAt(0);
            case "^FR" -> field.reversed = true;
            case "^FX" -> {}
            case "^FP", "^FC", "^FM", "^FL" ->
                    bench.warn("The preview does not carry out " + name + ".");
            case "^SN" -> serial(parameters);
            case "^SF" -> serialMask(parameters);
            case "^GS" -> symbols(parameters);
            case "^FS" -> finish();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void place(Parameters parameters, boolean typeset) {
        Modes modes = bench.modes;
        boolean next =
                typeset && parameters.decimal(0).isEmpty() && parameters.decimal(1).isEmpty();
        int x = Math.clamp(Math.abs(parameters.number(0, 0)), 0, FAR);
        int y = Math.clamp(Math.abs(parameters.number(1, 0)), 0, FAR);
        boolean right = parameters.number(2, modes.rightJustified ? 1 : 0) == 1;
        bench.field().place = new Place(x + modes.homeX, y + modes.homeY, typeset, next, right);
        bench.field().placed = true;
    }

    private void direction(Parameters parameters) {
        Modes modes = bench.modes;
        modes.quarters = parameters.quarters(0, modes.quarters);
        modes.rightJustified = parameters.number(1, modes.rightJustified ? 1 : 0) == 1;
        modes.font = modes.font.turned(modes.quarters);
        bench.field().font = bench.field().font.map(font -> font.turned(modes.quarters));
    }

    private void font(Parameters parameters) {
        String first = parameters.text(0);
        if (first.isEmpty()) {
            bench.field().font = Optional.empty();
            return;
        }
        FontChoice usual = bench.modes.font;
        char name = Character.toUpperCase(first.charAt(0));
        Optional<Typeface> own = bench.memory.font(name);
        if (own.isEmpty() && !FontChoice.known(name)) {
            bench.warn("The font " + name + " is not stored; the default font stands in.");
            own = usual.own();
            name = usual.name();
        }
        int quarters =
                first.length() > 1
                        ? Parameters.quarters(Character.toUpperCase(first.charAt(1)), 0)
                        : usual.quarters();
        bench.field().font = Optional.of(sized(name, quarters, own, parameters));
    }

    private FontChoice sized(
            char name, int quarters, Optional<Typeface> own, Parameters parameters) {
        FontChoice usual = bench.modes.font;
        boolean unsaid = parameters.decimal(1).isEmpty() && parameters.decimal(2).isEmpty();
        double height = unsaid ? usual.height() : Math.abs(parameters.number(1, 0));
        double width = unsaid ? usual.width() : Math.abs(parameters.number(2, 0));
        return new FontChoice(name, quarters, height, width, own);
    }

    private void fileFont(Parameters parameters) {
        String file = parameters.text(3);
        Optional<Typeface> own = bench.memory.font(file);
        if (own.isEmpty()) {
            bench.warn("The font " + file + " is not stored in this document.");
        }
        int quarters = parameters.quarters(0, bench.modes.quarters);
        char name = own.isPresent() ? '0' : bench.modes.font.name();
        bench.field().font = Optional.of(sized(name, quarters, own, parameters));
    }

    private void defaultFont(Parameters parameters) {
        Modes modes = bench.modes;
        char asked = parameters.letter(0, modes.font.name());
        Optional<Typeface> own = bench.memory.font(asked);
        char name = own.isPresent() || FontChoice.known(asked) ? asked : modes.font.name();
        modes.font =
                new FontChoice(
                        name,
                        modes.quarters,
                        Math.abs(parameters.number(1, 0)),
                        Math.abs(parameters.number(2, 0)),
                        own);
    }

    private static Block block(Parameters parameters) {
        return new Block(
                parameters.number(0, 0, 0, FAR),
                parameters.number(1, 1, 1, 9999),
                parameters.number(2, 0, -9999, 9999),
                parameters.letter(3, 'L'),
                parameters.number(4, 0, 0, 9999),
                false);
    }

    private void textBlock(Parameters parameters) {
        FieldDraft field = bench.field();
        int quarters = parameters.quarters(0, bench.modes.quarters);
        FontChoice font = field.font.orElse(bench.modes.font).turned(quarters);
        field.font = Optional.of(font);
        int lines = (int) (parameters.number(2, 1, 1, FAR) / font.style().height());
        int width = parameters.number(1, 1, 1, FAR);
        field.block = Optional.of(new Block(width, Math.max(1, lines), 0, 'L', 0, true));
    }

    private void symbols(Parameters parameters) {
        FontChoice usual = bench.modes.font;
        int quarters = parameters.quarters(0, bench.modes.quarters);
        double height = Math.abs(parameters.number(1, (int) usual.height()));
        double width = Math.abs(parameters.number(2, (int) usual.width()));
        bench.field().symbols = true;
        bench.field().font =
                Optional.of(new FontChoice('A', quarters, height, width, Optional.empty()));
    }

    private static int number(String data) {
        int end = 0;
        while (end < data.length() && end < 5 && Character.isDigit(data.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(data.substring(0, end));
    }

    private void serial(Parameters parameters) {
        String start = parameters.text(0).isEmpty() ? "1" : parameters.text(0);
        bench.field().data = Optional.of(unescape(start, bench.field().hexMark));
        bench.field().serial =
                Optional.of(
                        Serial.counting(start, parameters.number(1, 1), parameters.yes(2, false)));
    }

    private void serialMask(Parameters parameters) {
        String mask = parameters.text(0);
        String step = parameters.text(1);
        long by = step.matches("[0-9]{1,12}") ? Long.parseLong(step) : 1;
        bench.field().serial = Optional.of(new Serial(mask, by, true));
    }

    private void finish() {
        FieldDraft field = bench.field();
        FontChoice font = field.font.orElse(bench.modes.font);
        FieldSetter setter = new FieldSetter(font, bench.modes.charset);
        boolean known = field.number >= 0;
        if (known && !recalling) {
            field.data.ifPresent(data -> bench.numbers().put(field.number, data));
            if (fills(field) || !field.placed) {
                bench.nextField();
                return;
            }
        }
        if (field.data.isPresent() || known) {
            bench.items().add(new LabelItem.Open(field, setter, bench.reversed()));
        }
        bench.nextField();
    }

    /** Gives the data of a field to those of a recalled format with the same number. */
    private boolean fills(FieldDraft source) {
        boolean found = false;
        for (LabelItem item : bench.items()) {
            if (item instanceof LabelItem.Open open && open.field().number == source.number) {
                found = true;
                if (source.data.isPresent()) {
                    open.field().data = source.data;
                }
                if (source.serial.isPresent()) {
                    open.field().serial = source.serial;
                }
            }
        }
        return found;
    }

    private static String unescape(String data, char mark) {
        if (mark == 0 || data.indexOf(mark) < 0) {
            return data;
        }
        StringBuilder result = new StringBuilder(data.length());
        int at = 0;
        while (at < data.length()) {
            char letter = data.charAt(at);
            int high = letter == mark ? hex(data, at + 1) : -1;
            int low = high >= 0 ? hex(data, at + 2) : -1;
            result.append(low >= 0 ? (char) (high * 16 + low) : letter);
            at += low >= 0 ? 3 : 1;
        }
        return result.toString();
    }

    private static int hex(String data, int at) {
        return at < data.length() ? Character.digit(data.charAt(at), 16) : -1;
    }
}
