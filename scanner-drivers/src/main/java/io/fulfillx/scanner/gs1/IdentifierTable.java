package io.fulfillx.scanner.gs1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads {@code application-identifiers.txt}. */
final class IdentifierTable {
    private static final String RANGE = "..";

    /** One row, still in words. */
    private record Row(
            String code,
            String kind,
            String form,
            String name,
            String needs,
            String never,
            String path) {
        static Row parse(String code, String[] cells) {
            return new Row(
                    code,
                    cells[1],
                    cells[2],
                    cells[3],
                    cell(cells, 4),
                    cell(cells, 5),
                    cell(cells, 6));
        }

        private static String cell(String[] cells, int column) {
            return column < cells.length ? cells[column] : "";
        }
    }

    private final List<Row> rows;

    private IdentifierTable(List<Row> rows) {
        this.rows = rows;
    }

    static List<ApplicationIdentifier> load() {
        List<Row> rows = new ArrayList<>();
        for (String line : Resource.lines("application-identifiers.txt")) {
            String[] cells = line.split("; ?", -1);
            for (String code : codes(cells[0])) {
                rows.add(Row.parse(code, cells));
            }
        }
        return new IdentifierTable(rows).identifiers();
    }

    private static List<String> codes(String cell) {
        int dots = cell.indexOf(RANGE);
        if (dots < 0) {
            return List.of(cell);
        }
        List<String> codes = new ArrayList<>();
        int last = Integer.parseInt(cell.substring(dots + RANGE.length()));
        for (int i = Integer.parseInt(cell.substring(0, dots)); i <= last; i++) {
            codes.add(Integer.toString(i));
        }
        return codes;
    }

    private List<ApplicationIdentifier> identifiers() {
        List<ApplicationIdentifier> identifiers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            identifiers.add(
                    new ApplicationIdentifier(
                            row.code(),
                            row.kind(),
                            row.name(),
                            words(row.form()).stream().map(Part::parse).toList(),
                            new ApplicationIdentifier.Pairing(
                                    i, excluded(i, row), needs(i, row), row.needs(), paths(row))));
        }
        return List.copyOf(identifiers);
    }

    /** An identifier does not exclude itself, even when its pattern says so. */
    private BitSet excluded(int index, Row row) {
        BitSet excluded = new BitSet();
        for (String pattern : words(row.never())) {
            excluded.or(matching(pattern));
        }
        excluded.clear(index);
        return excluded;
    }

    /** Nor does it satisfy its own needs. */
    private List<List<BitSet>> needs(int index, Row row) {
        List<List<BitSet>> needs = new ArrayList<>();
        for (String group : words(row.needs())) {
            List<BitSet> members = new ArrayList<>();
            for (String pattern : group.split("&", -1)) {
                BitSet member = matching(pattern);
                member.clear(index);
                members.add(member);
            }
            needs.add(List.copyOf(members));
        }
        return List.copyOf(needs);
    }

    private static List<List<String>> paths(Row row) {
        if (!row.kind().contains("K")) {
            return List.of();
        }
        List<List<String>> paths = new ArrayList<>();
        for (String choice : row.path().split(" / ", -1)) {
            paths.add(words(choice));
        }
        return List.copyOf(paths);
    }

    /** The places of all whose code fits; n stands for any digit. */
    private BitSet matching(String pattern) {
        int any = pattern.indexOf('n');
        String start = any < 0 ? pattern : pattern.substring(0, any);
        BitSet matching = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            String code = rows.get(i).code();
            if (code.length() == pattern.length() && code.startsWith(start)) {
                matching.set(i);
            }
        }
        return matching;
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
    }
}
