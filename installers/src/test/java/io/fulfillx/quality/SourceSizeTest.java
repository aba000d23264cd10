package io.fulfillx.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Small files, small methods, honest names. The tail decides how a code base feels. */
class SourceSizeTest {
    private static final int MAX_FILE_LINES = 400;
    private static final int MAX_METHOD_LINES = 60;
    private static final int MAX_LINE = 100;
    private static final int MAX_PARAMETERS = 7;

    /** Names that say nothing, and attract everything. */
    private static final List<String> EMPTY_SUFFIXES =
            List.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl");

    /** An import, or nothing but one text, which the formatter leaves whole. */
    private static final Pattern UNBREAKABLE =
            Pattern.compile("import .*|\\s*\"(?:[^\"\\\\]|\\\\.)*\"[),;]*");

    private static final Set<String> TOO_WIDE = Set.of("Exception", "Throwable", "Error");

    private static final Findings FINDINGS = new Findings();

    /** What was found, by rule. */
    private static final class Findings {
        private final List<String> methods = new ArrayList<>();
        private final List<String> constructors = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> catches = new ArrayList<>();
    }

    @BeforeAll
    static void parseEverything() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(Repository.javaSources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, positions).scan(unit, null);
            }
        }
    }

    @Test
    void filesHaveAtMost400Lines() {
        assertNone(
                "A long file holds more than one thought; split it.",
                Repository.javaSources().stream()
                        .filter(file -> lines(file).length > MAX_FILE_LINES)
                        .map(file -> Repository.name(file) + ": " + lines(file).length)
                        .toList());
    }

    @Test
    void linesHaveAtMost100Characters() {
        List<String> long100 = new ArrayList<>();
        for (Path file : Repository.javaSources()) {
            String[] lines = lines(file);
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].codePointCount(0, lines[i].length()) > MAX_LINE
                        && !UNBREAKABLE.matcher(lines[i]).matches()) {
                    long100.add(Repository.name(file) + ":" + (i + 1));
                }
            }
        }
        assertNone("Long lines are not read.", long100);
    }

    @Test
    void methodsHaveAtMost60Lines() {
        assertNone("A long method hides its steps; name them.", FINDINGS.methods);
    }

    @Test
    void constructorsTakeAtMost7Parameters() {
        assertNone("Who needs so much does too much.", FINDINGS.constructors);
    }

    @Test
    void classNamesSayWhatTheClassIs() {
        assertNone("Such names attract everything that has no home.", FINDINGS.names);
    }

    @Test
    void nobodyCatchesEverything() {
        assertNone(
                "Catch what can be handled; faults go up to the one place that reports them.",
                FINDINGS.catches);
    }

    private static String[] lines(Path file) {
        return Repository.text(file).split("\n", -1);
    }

    private static void assertNone(String reason, List<String> found) {
        assertEquals("", String.join("\n", found), reason);
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String file;
        private final boolean isTest;
        private boolean inRecord;

        Scanner(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            this.file = Repository.name(Path.of(unit.getSourceFile().toUri()));
            this.isTest = file.contains("src/test/");
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            String name = type.getSimpleName().toString();
            if (EMPTY_SUFFIXES.stream().anyMatch(name::endsWith) || name.startsWith("Abstract")) {
                FINDINGS.names.add(file + ": " + name);
            }
            boolean outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, null);
            inRecord = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            String name = method.getName().toString();
            long lines = lineOf(positions.getEndPosition(unit, method)) - start(method) + 1;
            if (lines > MAX_METHOD_LINES) {
                FINDINGS.methods.add(file + ": " + name + " has " + lines + " lines");
            }
            boolean constructor = name.equals("<init>") && !inRecord;
            if (constructor && method.getParameters().size() > MAX_PARAMETERS) {
                FINDINGS.constructors.add(file + ": " + method.getParameters().size());
            }
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree clause, @Nullable Void nothing) {
            String type = clause.getParameter().getType().toString();
            if (!isTest && TOO_WIDE.contains(type)) {
                FINDINGS.catches.add(file + ":" + start(clause) + ": catch (" + type + ")");
            }
            return super.visitCatch(clause, null);
        }

        private long start(Tree tree) {
            return lineOf(positions.getStartPosition(unit, tree));
        }

        private long lineOf(long position) {
            return unit.getLineMap().getLineNumber(Math.max(0, position));
        }
    }
}
