package io.fulfillx.launcher;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.launcher.api.ServerApi;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code fulfillx import orders FILE…}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Brings data from files into a running server.",
        subcommands = ImportCommand.Orders.class)
final class ImportCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to import: ./fulfillx import orders FILE…");
    }

    /** Orders from a shop's export. */
    @Command(
            name = "orders",
            mixinStandardHelpOptions = true,
            description = {
                "Imports orders from files of any length: .csv and .jsonl as the export writes"
                        + " them,",
                "or invoices with --preset invoices. Other files hold Shopify orders: one order,",
                "{\"order\": …} or {\"orders\": […]}.",
                "An order that is there already changes nothing, so a file can be sent again."
            })
    static final class Orders implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();

        @Mixin private SignInOptions signIn = new SignInOptions();

        @Option(
                names = "--channel",
                defaultValue = "",
                description = "id of the channel; not needed when there is only one")
        private String channel = "";

        @Option(
                names = "--preset",
                defaultValue = "fulfillx",
                description =
                        "what a .csv file is: fulfillx or invoices; default: ${DEFAULT-VALUE}")
        private String preset = "fulfillx";

        @Parameters(arity = "1..*", paramLabel = "FILE")
        private List<Path> files = new ArrayList<>();

        @Override
        public Integer call() throws IOException {
            ServerApi api = signIn.signIn();
            PrintWriter out = spec.commandLine().getOut();
            OrderFiles taker = new OrderFiles(api, preset, channel, out);
            List<Path> lists = files.stream().filter(OrderFiles::isList).toList();
            int failed = 0;
            for (Path file : lists) {
                failed += taker.take(file) ? 0 : 1;
            }
            List<Path> others = files.stream().filter(file -> !lists.contains(file)).toList();
            if (!others.isEmpty()) {
                failed += shopify(api, others, out);
            }
            out.flush();
            return failed == 0 ? 0 : ExitCode.BROKEN;
        }

        private int shopify(ServerApi api, List<Path> others, PrintWriter out) throws IOException {
            String path = "/api/v1/channels/" + channelOf(api) + "/orders/import";
            out.println(row("ORDER", "OUTCOME", "FILE"));
            int failed = 0;
            for (Path file : others) {
                try {
                    JsonNode reply = api.post(path, Files.readAllBytes(file));
                    for (JsonNode result : reply.path("results")) {
                        failed += result.path("outcome").asText().equals("malformed") ? 1 : 0;
                        String order =
                                result.path("name").asText(result.path("channelOrderId").asText());
                        out.println(
                                row(
                                        order,
                                        result.path("outcome").asText(),
                                        String.valueOf(file.getFileName())));
                    }
                } catch (ApiProblem problem) {
                    failed++;
                    out.println(row("-", "refused", String.valueOf(file.getFileName())));
                    out.println("    " + problem.getMessage());
                }
            }
            return failed;
        }

        private String channelOf(ServerApi api) {
            if (!channel.isEmpty()) {
                return channel;
            }
            List<JsonNode> channels = api.all("/api/v1/channels");
            if (channels.size() != 1) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There are " + channels.size() + " channels; name one with --channel.");
            }
            return channels.getFirst().path("channelId").asText();
        }

        private static String row(String order, String outcome, String file) {
            return String.format(Locale.ROOT, "%-20s %-20s %s", order, outcome, file);
        }
    }
}
