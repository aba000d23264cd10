package io.fulfillx.desktop.status;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.line;

import io.fulfillx.desktop.sync.Link;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Pill;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.sync.StationOrders;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/** Always on top: where I am, who I am, and how link, printer and scanner really stand. */
public final class StatusView extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Work goes on, but somebody should have a look soon. */
    private static final Set<String> WARNINGS = Set.of("paper-near-end", "silent", "overload");

    private final Texts texts;
    private final Pill link = new Pill();
    private final Pill orders = new Pill().elastic();
    private final Pill unsent = new Pill();
    private final Pill printer = new Pill();
    private final Pill scanner = new Pill().elastic();
    private final Pill scale = new Pill().elastic();
    private final Pill operator = new Pill().elastic();

    public StatusView(Texts texts, StatusModel model) {
        this.texts = texts;
        getStyleClass().add("status-bar");
        Label place = line("", "brand");
        place.setMinWidth(90);
        place.textProperty().bind(model.place());
        Label clock = line("", "clock");
        clock.textProperty().bind(model.clock());
        getChildren()
                .addAll(
                        Icon.BOX.node(30),
                        place,
                        gap(),
                        orders,
                        unsent,
                        link,
                        printer,
                        scanner,
                        scale,
                        operator,
                        clock);
        model.snapshot().subscribe(snapshot -> snapshot.ifPresent(this::show));
    }

    private void show(StatusSnapshot now) {
        showLink(now.link(), now.onHand());
        showOrders(now.orders());
        unsent.setVisible(now.unsent() > 0);
        unsent.setManaged(now.unsent() > 0);
        boolean online = now.link() instanceof Link.Online;
        unsent.show(
                Look.INFO,
                Icon.ARROW,
                texts.get(online ? "status.sending" : "status.unsent", now.unsent()));
        boolean roomy = online && now.unsent() == 0;
        device(printer, Icon.PRINTER, "printer", now.printers(), roomy);
        device(scanner, Icon.SCAN, "scanner", now.scanners(), roomy);
        // Who has no scale is not told so all day.
        Words.show(scale, !now.scales().isEmpty());
        device(scale, Icon.SCALE, "scale", now.scales(), roomy);
        operator.setVisible(now.operator() != null);
        operator.setManaged(now.operator() != null);
        operator.show(Look.NEUTRAL, Icon.PERSON, now.operator() == null ? "" : now.operator());
    }

    /** A message of a person goes before what the system says. */
    private void showOrders(StationOrders now) {
        String message = now.message();
        Words.show(orders, message != null || now.draining());
        orders.show(
                Look.ATTENTION,
                Icon.ATTENTION,
                message != null ? message : texts.get("line-is.draining"));
    }

    private void showLink(Link now, int onHand) {
        switch (now) {
            case Link.Online _ -> link.show(Look.GOOD, Icon.LINK, texts.get("status.online"));
            case Link.Offline(Instant since) ->
                    link.show(
                            Look.ATTENTION,
                            Icon.NO_LINK,
                            texts.get(
                                    "status.offline",
                                    TIME.format(since.atZone(ZoneId.systemDefault())),
                                    onHand));
            case Link.NotEnrolled _ ->
                    link.show(Look.ATTENTION, Icon.NO_LINK, texts.get("status.not-enrolled"));
            case Link.Refused(String code) ->
                    link.show(
                            Look.BAD,
                            Icon.CROSS,
                            texts.find("status.refused." + code)
                                    .orElseGet(() -> texts.get("status.refused")));
        }
    }

    private static Look lookOf(DeviceStatus device) {
        if (!device.working()) {
            return Look.BAD;
        }
        return WARNINGS.contains(device.state()) ? Look.ATTENTION : Look.GOOD;
    }

    private static Icon iconOf(DeviceStatus device, Icon usual) {
        return switch (lookOf(device)) {
            case BAD -> Icon.CROSS;
            case ATTENTION -> Icon.ATTENTION;
            case GOOD, WAITING, INFO, NEUTRAL -> usual;
        };
    }

    /**
     * The device that is worst off speaks for all, the first of several.
     *
     * @param roomy false while the link has more to say: what works is said in one word then
     */
    private void device(
            Pill pill, Icon icon, String kind, List<DeviceStatus> devices, boolean roomy) {
        if (devices.isEmpty()) {
            pill.show(Look.NEUTRAL, icon, texts.get("status." + kind + ".none"));
            return;
        }
        DeviceStatus shown =
                devices.stream()
                        .filter(device -> lookOf(device) == Look.BAD)
                        .findFirst()
                        .or(
                                () ->
                                        devices.stream()
                                                .filter(each -> lookOf(each) == Look.ATTENTION)
                                                .findFirst())
                        .orElse(devices.getFirst());
        boolean brief = !roomy && lookOf(shown) == Look.GOOD;
        String word =
                brief
                        ? texts.get("status.works")
                        : texts.find("status." + kind + "." + shown.state()).orElse(shown.state());
        boolean which = devices.size() > 1 && !shown.name().contains(":");
        pill.show(
                lookOf(shown),
                iconOf(shown, icon),
                which && lookOf(shown) != Look.GOOD
                        ? texts.get("status.named", word, shown.name())
                        : word);
    }
}
