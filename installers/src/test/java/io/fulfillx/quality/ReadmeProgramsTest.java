package io.fulfillx.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The programs that the libraries' own pages show do compile. */
class ReadmeProgramsTest {
    private static final Pattern PROGRAM = Pattern.compile("(?s)```java\\n(.*?)```");

    private static final Pattern LIBRARY_FOLDER =
            Pattern.compile("io/fulfillx/(device|model|printing|scanner)\\b.*");

    private static final String PACKAGES_OF_JAVA =
            """
            import java.net.*;
            import java.nio.charset.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import static org.junit.jupiter.api.Assertions.*;
            """;

    /** What the programs take as given. */
    private static final String GIVEN =
            """
            class Program {
                static Bitmap expected;
                static void print(URI printer) {}
                static void main(TrackingNumber trackingNumber, ParcelId parcelId)
                        throws Exception {
            """;

    @TempDir private Path classes = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"device-io", "printing", "scanner-drivers"})
    void programsOfThePageCompile(String module) {
        Path page = Repository.root().resolve(module).resolve("README.md");
        List<String> programs =
                PROGRAM.matcher(Repository.text(page))
                        .results()
                        .map(each -> each.group(1))
                        .toList();
        assertFalse(programs.isEmpty(), page + " shows no program");
        for (String program : programs) {
            assertEquals("", problems(source(program)), program);
        }
    }

    private static String source(String program) {
        return PACKAGES_OF_JAVA
                + ourPackages().stream()
                        .map("import %s.*;\n"::formatted)
                        .collect(Collectors.joining())
                + GIVEN
                + program
                + "}}\n";
    }

    private static Set<String> ourPackages() {
        Set<String> packages = new TreeSet<>();
        for (Path file : Repository.mainSources()) {
            Matcher path = LIBRARY_FOLDER.matcher(String.valueOf(file.getParent()));
            if (path.find()) {
                packages.add(path.group().replace('/', '.'));
            }
        }
        return packages;
    }

    private String problems(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String classPath = System.getProperty("java.class.path");
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-classpath", classPath);
        compiler.getTask(null, null, found, options, null, List.of(new Source(source))).call();
        return found.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Program.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }
}
