package io.fulfillx.scanner.gs1;

import io.fulfillx.scanner.gs1.DigitalLink.Reading;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Reads one Digital Link. */
final class LinkReader {
    private static final List<String> SCHEMES =
            List.of("https://", "HTTPS://", "http://", "HTTP://");
    private static final AsciiSet URI_CHARACTERS =
            AsciiSet.of(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                            + "-._~:/?#[]@!$&'()*+,;=%");
    private static final AsciiSet NOT_IN_DOMAINS = AsciiSet.of("_~?#@!$&'()*+,;=%");
    private static final int MOST_PARAMETERS = 64;

    private final String uri;
    private final MessageBuilder builder = new MessageBuilder();
    private final List<ApplicationIdentifier> path = new ArrayList<>();
    private final List<ApplicationIdentifier> attributes = new ArrayList<>();
    private int parameters;

    /** Where the path, the query and the rest end. */
    private int pathEnd;

    private int queryEnd;

    LinkReader(String uri) {
        this.uri = uri;
    }

    /** The length of the scheme; 0 when the text is no web address. */
    static int scheme(String text) {
        for (String scheme : SCHEMES) {
            if (text.startsWith(scheme)) {
                return scheme.length();
            }
        }
        return 0;
    }

    Reading read() {
        int[] stem = new int[1];
        Gs1Error error = text();
        if (error == null) {
            error = structure(stem);
        }
        if (error == null) {
            error = path(stem[0]);
        }
        if (error == null) {
            error = query();
        }
        if (error != null) {
            return new Reading.Wrong(error);
        }
        return switch (builder.build()) {
            case Gs1Message message ->
                    new Reading.Read(
                            new DigitalLink(uri.substring(0, stem[0]), message, path.size()));
            case Gs1Error conflict -> new Reading.Wrong(conflict);
        };
    }

    private @Nullable Gs1Error text() {
        if (uri.length() > ElementStrings.LONGEST_TEXT) {
            return Gs1Error.at(
                    Gs1Problem.TOO_LONG_TEXT,
                    ElementStrings.LONGEST_TEXT,
                    uri.length() - ElementStrings.LONGEST_TEXT);
        }
        for (int i = 0; i < uri.length(); i++) {
            if (!URI_CHARACTERS.has(uri.charAt(i))) {
                return Gs1Error.at(Gs1Problem.CHARACTER_NOT_IN_LINKS, i, 1);
            }
        }
        return null;
    }

    /** Finds the parts of the address, and where the key begins. */
    private @Nullable Gs1Error structure(int[] stem) {
        int domain = scheme(uri);
        if (domain == 0) {
            return Gs1Error.at(Gs1Problem.NOT_A_LINK, 0, 0);
        }
        int slash = domain;
        while (slash < uri.length() && uri.charAt(slash) != '/') {
            if (NOT_IN_DOMAINS.has(uri.charAt(slash))) {
                return Gs1Error.at(Gs1Problem.WRONG_DOMAIN, slash, 1);
            }
            slash++;
        }
        if (slash == domain || slash == uri.length()) {
            return Gs1Error.at(Gs1Problem.WRONG_DOMAIN, domain, slash - domain);
        }
        int fragment = uri.indexOf('#', slash);
        queryEnd = fragment < 0 ? uri.length() : fragment;
        int question = uri.indexOf('?', slash);
        pathEnd = question < 0 || question > queryEnd ? queryEnd : question;
        stem[0] = key(slash);
        return stem[0] < 0 ? Gs1Error.at(Gs1Problem.NO_KEY_IN_LINK, slash, pathEnd - slash) : null;
    }

    /** Walks back over pairs of identifier and value, to the last one that may be a key. */
    private int key(int firstSlash) {
        int end = pathEnd;
        while (end > firstSlash) {
            int valueSlash = uri.lastIndexOf('/', end - 1);
            if (valueSlash <= firstSlash) {
                return -1;
            }
            int codeSlash = uri.lastIndexOf('/', valueSlash - 1);
            ApplicationIdentifier identifier = identifier(codeSlash + 1, valueSlash);
            if (identifier == null) {
                return -1;
            }
            if (identifier.key()) {
                return codeSlash;
            }
            end = codeSlash;
        }
        return -1;
    }

    private @Nullable ApplicationIdentifier identifier(int from, int to) {
        if (from < to && uri.charAt(from) <= '9') {
            return Identifiers.exactly(uri, from, to);
        }
        String code = LinkPath.code(uri.substring(from, to));
        return Identifiers.exactly(code, 0, code.length());
    }

    private @Nullable Gs1Error path(int stem) {
        int at = stem;
        while (at < pathEnd) {
            int valueSlash = uri.indexOf('/', at + 1);
            int next = uri.indexOf('/', valueSlash + 1);
            int end = next < 0 || next > pathEnd ? pathEnd : next;
            ApplicationIdentifier identifier = identifier(at + 1, valueSlash);
            if (identifier == null) {
                return Gs1Error.at(Gs1Problem.UNKNOWN_IDENTIFIER, at + 1, valueSlash - at - 1);
            }
            path.add(identifier);
            Gs1Error error = value(identifier, at + 1, valueSlash + 1, end, false);
            if (error != null) {
                return error;
            }
            at = end;
        }
        return LinkPath.allowed(path)
                ? null
                : new Gs1Error(
                        Gs1Problem.WRONG_LINK_PATH, path.get(0).code(), stem, pathEnd - stem);
    }

    private @Nullable Gs1Error query() {
        int at = pathEnd + 1;
        while (at < queryEnd) {
            int ampersand = uri.indexOf('&', at);
            int end = ampersand < 0 || ampersand > queryEnd ? queryEnd : ampersand;
            Gs1Error error = end > at ? parameter(at, end) : null;
            if (error != null) {
                return error;
            }
            at = end + 1;
        }
        return null;
    }

    private @Nullable Gs1Error parameter(int from, int end) {
        if (++parameters + path.size() > MOST_PARAMETERS) {
            return Gs1Error.at(Gs1Problem.TOO_MANY_ELEMENTS, from, end - from);
        }
        int equals = uri.indexOf('=', from);
        if (equals < 0 || equals >= end || !digits(from, equals)) {
            return null;
        }
        ApplicationIdentifier identifier = Identifiers.exactly(uri, from, equals);
        if (identifier == null) {
            return Gs1Error.at(Gs1Problem.UNKNOWN_LINK_ATTRIBUTE, from, equals - from);
        }
        Gs1Problem problem = null;
        if (path.contains(identifier) || attributes.contains(identifier)) {
            problem = Gs1Problem.REPEATED_IN_LINK;
        } else if (!identifier.attribute()) {
            problem = Gs1Problem.NOT_A_LINK_ATTRIBUTE;
        } else if (LinkPath.couldTake(path, identifier)) {
            problem = Gs1Problem.BELONGS_IN_LINK_PATH;
        }
        if (problem != null) {
            return new Gs1Error(problem, identifier.code(), from, equals - from);
        }
        attributes.add(identifier);
        return value(identifier, from, equals + 1, end, true);
    }

    private boolean digits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (uri.charAt(i) < '0' || uri.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private @Nullable Gs1Error value(
            ApplicationIdentifier identifier, int start, int from, int to, boolean query) {
        String value = PercentCode.decode(uri, from, to, query);
        int zero = value.indexOf('\0');
        Finding finding;
        if (zero >= 0) {
            finding = new Finding(Gs1Problem.NULL_IN_LINK, zero, 1);
        } else if (value.length() > identifier.longest()) {
            finding =
                    new Finding(
                            Gs1Problem.TOO_LONG,
                            identifier.longest(),
                            value.length() - identifier.longest());
        } else {
            finding = identifier.check(value, 0, value.length());
        }
        if (finding == null) {
            return builder.add(identifier, value, start);
        }
        int at = PercentCode.written(uri, from, to, finding.at());
        int end = PercentCode.written(uri, from, to, finding.at() + finding.length());
        return new Gs1Error(finding.problem(), identifier.code(), at, end - at);
    }
}
