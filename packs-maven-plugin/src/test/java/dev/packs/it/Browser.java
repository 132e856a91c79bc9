package dev.packs.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with an empty profile, which remembers what it asked for and what it complained of. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ChromeDriver driver;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** @param profile a folder that is not there yet */
    static Browser start(Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium"));
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver"))
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.forget();
        return browser;
    }

    /** A browser begins with a page of its own. */
    private void forget() {
        driver.get("about:blank");
        read();
        requests.clear();
        complaints.clear();
    }

    private static File program(String name) {
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "`" + name + "` is missing; on Debian: apt-get install chromium chromium-driver"));
    }

    Browser open(Path page) {
        return open(page, "");
    }

    /** @param fragment with its {@code #}; a page that is open already is loaded again */
    Browser open(Path page, String fragment) {
        driver.get("about:blank");
        driver.get(page.toUri() + fragment);
        // The blank page before it is complete, too.
        awaits(
                "the page",
                () -> ask("return document.readyState + location.protocol").equals("completefile:")
                        && !ask("return getComputedStyle(document.body).backgroundColor")
                                .equals("rgba(0, 0, 0, 0)"));
        return this;
    }

    String title() {
        return driver.getTitle();
    }

    /** Where it is, without the folder. */
    String page() {
        String address = String.valueOf(driver.getCurrentUrl());
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** What a script of the test finds out; {@code return …}. */
    Object ask(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "null");
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    /** Typed at whatever has the focus. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** What has the focus, as text. */
    String focus() {
        WebElement focused = driver.switchTo().activeElement();
        String id = String.valueOf(focused.getDomAttribute("id"));
        return id.equals("null") ? focused.getText() : "#" + id;
    }

    void awaits(String what, BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come; the list says: " + texts("#status"));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    void back() {
        driver.navigate().back();
    }

    /** @param scheme {@code light} or {@code dark} */
    void prefers(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Whether scripts of pages run from now on; those of the test always do. */
    void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    void photograph(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every address that a page asked for until now. */
    List<String> requests() {
        read();
        return List.copyOf(requests);
    }

    /** Everything that has come to stand on the console since this was asked. */
    List<String> complaints() {
        read();
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    private void read() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            complaints.add(entry.getMessage());
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            try {
                JsonNode message = JSON.readTree(entry.getMessage()).path("message");
                if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                    requests.add(
                            message.path("params").path("request").path("url").asText());
                }
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
