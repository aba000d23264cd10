package io.fulfillx.quality;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

/** Which room may know which: the modules, and what holds in all of them. */
class ArchitectureTest {
    /** All classes of the product, read once. */
    static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.fulfillx");

    static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    @Test
    void theSharedModelKnowsNobody() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.fulfillx.model..")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("io.fulfillx..")
                                        .and(not(resideInAPackage("io.fulfillx.model.."))))
                        .because("it holds the words that both sides speak, and nothing else"));
    }

    @Test
    void theSharedModelDoesNoInputOrOutput() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.fulfillx.model..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.nio.file..", "java.net.http..", "java.sql..", "org.slf4j..")
                        .because("words are pure: no file, no network, no database, no log"));
    }

    @Test
    void deviceIoKnowsNothingOfOurs() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.fulfillx.device..")
                        .should()
                        .dependOnClassesThat(ours("io.fulfillx.device.."))
                        .because("it carries bytes, whatever they mean"));
    }

    @Test
    void printingAndScanningKnowWiresAndTheSharedModelOnly() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.fulfillx.printing..")
                        .should()
                        .dependOnClassesThat(
                                ours(
                                        "io.fulfillx.printing..",
                                        "io.fulfillx.device..",
                                        "io.fulfillx.model.."))
                        .because("a printer knows neither the server nor the window"));
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.fulfillx.scanner..")
                        .should()
                        .dependOnClassesThat(
                                ours(
                                        "io.fulfillx.scanner..",
                                        "io.fulfillx.device..",
                                        "io.fulfillx.model.."))
                        .because("a scanner knows neither the server nor the window"));
    }

    private static DescribedPredicate<JavaClass> ours(String... except) {
        return resideInAPackage("io.fulfillx..").and(not(resideInAnyPackage(except)));
    }

    @Test
    void theStationNeverKnowsTheServer() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.fulfillx.desktop..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.fulfillx.backend..", "io.fulfillx.launcher..")
                        .because("the station works with the network down; they meet on the wire"));
    }

    @Test
    void theServerNeverKnowsTheStation() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.fulfillx.backend..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "io.fulfillx.desktop..",
                                "io.fulfillx.scanner..",
                                "io.fulfillx.launcher..",
                                "javafx..")
                        .because("a server has no window and no scanner"));
    }

    @Test
    void onlyTheStationOpensWindows() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.fulfillx.desktop..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("javafx..")
                        .because("drivers and words must run without a window system"));
    }

    @Test
    void sessionsKnowNoWindow() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.fulfillx.desktop..")
                        .and()
                        .haveSimpleNameEndingWith("Session")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("javafx..")
                        .because("what a packer may do is decided and tested without a window"));
    }

    @Test
    void viewsKnowNoSession() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.fulfillx.desktop..")
                        .and()
                        .haveSimpleNameEndingWith("View")
                        .and()
                        .areNotRecords()
                        .should()
                        .dependOnClassesThat()
                        .haveSimpleNameEndingWith("Session")
                        .because("a view shows its model; the controller speaks with the session"));
    }

    @Test
    void librariesPrintNothing() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "io.fulfillx.launcher..", "io.fulfillx.backend.lab..")
                        .and()
                        .haveSimpleNameNotEndingWith("Main")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .because("a log can be routed and searched; a print cannot"));
    }

    @Test
    void nobodyUsesTheOldLogging() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.fulfillx.backend.lab..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.util.logging..")
                        .because("there is one log, by SLF4J, in JSON"));
    }

    @Test
    void packagesOfAModuleHaveNoCycles() {
        check(
                slices().matching("io.fulfillx.device.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a circle of packages is one package"));
        check(
                slices().matching("io.fulfillx.printing.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a circle of packages is one package"));
        check(
                slices().matching("io.fulfillx.scanner.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a circle of packages is one package"));
    }
}
