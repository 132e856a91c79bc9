package com.acme.care.parts;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import com.acme.care.db.Customer;
import com.acme.care.db.Customers;

/** Customers over REST. */
@RestController
@RequestMapping("/api/customers")
@Tag(name = "Customers")
class CustomerController {

    /** Who is to be added. */
    record CustomerRequest(@NotBlank @Email @Size(max = 254) String email, @NotBlank @Size(max = 200) String name) {
    }

    private final Customers customers;

    CustomerController(Customers customers) {
        this.customers = customers;
    }

    @PostMapping
    @Transactional(rollbackFor = SQLException.class)
    @ResponseStatus(HttpStatus.CREATED)
    public Customer add(@Valid @RequestBody CustomerRequest request) throws SQLException {
        String email = request.email().toLowerCase(Locale.ROOT);
        if (customers.find(email).isPresent()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "there is a customer with this address");
        }
        return customers.add(email, request.name());
    }

    @GetMapping("/{email}")
    @Transactional(readOnly = true)
    public Customer get(@PathVariable String email) throws SQLException {
        return customers.find(email.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such customer"));
    }

    /** What the best customers have spent. */
    @GetMapping("/turnover")
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> turnover(@RequestParam(defaultValue = "10") int most) throws SQLException {
        return customers.turnover(Math.max(1, Math.min(most, 100)));
    }
}
