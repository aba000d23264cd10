package io.fulfillx.quality;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may know whom inside the server. */
class BackendArchitectureTest {
    private static final String BACKEND = "io.fulfillx.backend.";

    /** Each feature, and the other features it may know. All may know platform and identity. */
    private static final Map<String, Set<String>> MAY_KNOW = mayKnow();

    private static Map<String, Set<String>> mayKnow() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        table.put("platform", Set.of());
        table.put("identity", Set.of());
        table.put("catalog", Set.of());
        table.put("carriers", Set.of());
        table.put("channels", Set.of());
        table.put("inventory", Set.of("catalog"));
        table.put("orders", Set.of("catalog", "inventory", "channels"));
        table.put("rules", Set.of("catalog", "inventory", "orders"));
        table.put("fulfillment", Set.of("catalog", "inventory", "orders", "rules"));
        table.put(
                "shipping",
                Set.of("catalog", "inventory", "orders", "rules", "fulfillment", "carriers"));
        table.put("printing", Set.of("orders", "fulfillment", "shipping"));
        table.put(
                "sync",
                Set.of(
                        "catalog",
                        "inventory",
                        "orders",
                        "rules",
                        "fulfillment",
                        "shipping",
                        "printing"));
        table.put("insight", Set.of());
        return table;
    }

    static Stream<String> features() {
        return MAY_KNOW.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("features")
    void featuresKnowOnlyThoseBelowThem(String feature) {
        Set<String> allowed = MAY_KNOW.getOrDefault(feature, Set.of());
        boolean isPlatform = feature.equals("platform");
        String[] forbidden =
                Stream.concat(MAY_KNOW.keySet().stream(), Stream.of("server"))
                        .filter(other -> !other.equals(feature) && !allowed.contains(other))
                        .filter(other -> !other.equals("platform"))
                        .filter(other -> isPlatform || !other.equals("identity"))
                        .map(other -> BACKEND + other + "..")
                        .toArray(String[]::new);
        ArchitectureTest.check(
                noClasses()
                        .that()
                        .resideInAPackage(BACKEND + feature + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden)
                        .because(
                                isPlatform
                                        ? "the platform knows no domain word"
                                        : "features are layers: a lower one never calls up, it"
                                                + " writes to the outbox instead"));
    }

    @Test
    void featuresHaveNoCycles() {
        ArchitectureTest.check(
                slices().matching("io.fulfillx.backend.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a circle of features cannot be understood one at a time"));
    }

    @Test
    void featuresMeetAtTheirModuleAndApi() {
        List<String> inner =
                List.of(
                        "identity",
                        "catalog",
                        "inventory",
                        "orders",
                        "rules",
                        "fulfillment",
                        "shipping",
                        "printing",
                        "sync",
                        "insight");
        for (String feature : inner) {
            ArchitectureTest.check(
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(BACKEND + feature + "..")
                            .should()
                            .dependOnClassesThat(insides(feature))
                            .because(
                                    "a feature's face is its Module, its Config and its api; the"
                                            + " rest may change without asking"));
        }
    }

    private static DescribedPredicate<JavaClass> insides(String feature) {
        return describe(
                "are inside " + feature,
                type ->
                        resideInAPackage(BACKEND + feature + "..").test(type)
                                && !resideInAPackage(BACKEND + feature + ".api..").test(type)
                                && !outermost(type).getSimpleName().matches(".*(Module|Config)"));
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass here = type;
        while (here.getEnclosingClass().isPresent()) {
            here = here.getEnclosingClass().get();
        }
        return here;
    }

    @Test
    void onlyRoutesSpeakHttp() {
        ArchitectureTest.check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                BACKEND + "platform.http..",
                                BACKEND + "server..",
                                BACKEND + "lab..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.helidon.webserver..")
                        .because("the web server can be exchanged in one package"));
        ArchitectureTest.check(
                noClasses()
                        .that(
                                describe(
                                        "are no routes",
                                        type ->
                                                !outermost(type)
                                                        .getSimpleName()
                                                        .endsWith("Routes")))
                        .and()
                        .resideOutsideOfPackages(
                                BACKEND + "platform..",
                                BACKEND + "identity.api..",
                                BACKEND + "server..",
                                BACKEND + "lab..")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(BACKEND + "platform.http.Call")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(BACKEND + "platform.http.Reply")
                        .because("routes parse and answer; use cases know neither"));
    }

    @Test
    void onlyStoresWriteSql() {
        ArchitectureTest.check(
                noClasses()
                        .that(
                                describe(
                                        "are no stores",
                                        type ->
                                                !outermost(type)
                                                        .getSimpleName()
                                                        .matches(".*(Store|Ledger)")))
                        .and()
                        .resideInAPackage("io.fulfillx.backend..")
                        .and()
                        .resideOutsideOfPackage(BACKEND + "platform..")
                        .should()
                        .callMethod(BACKEND + "platform.sql.Tx", "sql", String.class.getName())
                        .because("a statement is found beside its feature, in its store"));
        ArchitectureTest.check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(BACKEND + "platform.sql..")
                        .and()
                        .resideInAPackage("io.fulfillx.backend..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.helidon.dbclient..")
                        .because("one class opens transactions, and always ends them"));
    }

    @Test
    void policiesArePure() {
        ArchitectureTest.check(
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Policy")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.sql..",
                                "java.net.http..",
                                "java.nio.file..",
                                "org.slf4j..",
                                "io.helidon..",
                                BACKEND + "platform.sql..")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.time.Clock")
                        .because("a decision is a function of what it is given"));
    }

    @Test
    void nobodyOutsideTheLabKnowsTheLab() {
        ArchitectureTest.check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(BACKEND + "lab..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(BACKEND + "lab..")
                        .because("simulators are programs of their own that speak HTTP"));
    }

    @Test
    void vendorsAreReachedThroughOneFeature() {
        ArchitectureTest.check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                BACKEND + "channels..",
                                BACKEND + "orders..",
                                BACKEND + "server..",
                                BACKEND + "lab..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(BACKEND + "channels..")
                        .because("orders is the only caller of channels"));
        ArchitectureTest.check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                BACKEND + "carriers..",
                                BACKEND + "shipping..",
                                BACKEND + "server..",
                                BACKEND + "lab..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(BACKEND + "carriers..")
                        .because("shipping is the only caller of carriers"));
    }
}
