package io.fulfillx.printing.preview;

import io.fulfillx.printing.preview.ReceivedLabel.Announcement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a format wants to be told of its own fields once it is out: {@code
 * ^HVfield,bytes,header,terminator,L|F}.
 */
final class ZplAnnouncements {
    private record Wish(String field, int length, String header, String end, boolean each) {}

    private final Map<String, String> fields = new HashMap<>();
    private final List<Wish> wishes = new ArrayList<>();
    private String field = "";
    private char escape;

    void clear() {
        fields.clear();
        wishes.clear();
        field = "";
        escape = 0;
    }

    /** A command of the format with its arguments, complete. */
    void command(String name, String arguments) {
        switch (name) {
            case "FN" -> field = number(arguments);
            case "FH" -> escape = arguments.isEmpty() ? '_' : arguments.charAt(0);
            case "FD", "FV" -> {
                if (!field.isEmpty() && fields.size() < 10_000) {
                    fields.put(field, unescaped(arguments));
                }
            }
            case "FS" -> {
                field = "";
                escape = 0;
            }
            case "HV" -> wish(arguments);
            default -> {
                // Other commands draw; they have no say in what is told.
            }
        }
    }

    private void wish(String arguments) {
        String[] parts = arguments.split(",", 5);
        if (wishes.size() >= 100) {
            return;
        }
        String length = part(parts, 1);
        boolean counted = length.matches("[0-9]{1,6}");
        wishes.add(
                new Wish(
                        number(parts[0]),
                        counted ? Integer.parseInt(length) : 64,
                        unescaped(part(parts, 2)),
                        unescaped(part(parts, 3)),
                        !part(parts, 4).strip().equalsIgnoreCase("F")));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }

    private static String number(String text) {
        return text.strip().replaceFirst("^0+(?=[0-9])", "").replaceFirst("[^0-9].*", "");
    }

    private String unescaped(String text) {
        if (escape == 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == escape && text.substring(i + 1).matches("(?s)[0-9A-Fa-f]{2}.*")) {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                plain.append(next);
            }
        }
        return plain.toString();
    }

    List<Announcement> taken() {
        List<Announcement> taken = new ArrayList<>();
        for (Wish wish : wishes) {
            String content = fields.getOrDefault(wish.field(), "");
            String told = content.substring(0, Math.min(wish.length(), content.length()));
            byte[] reply = LineFeeder.latin(wish.header() + told + wish.end());
            taken.add(new Announcement(reply, wish.each()));
        }
        clear();
        return taken;
    }
}
