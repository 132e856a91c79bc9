# What has to be in the cluster before the pipeline deploys: an administrator applies this, once for each environment.

provider "kubernetes" {
  config_path    = pathexpand(var.kubeconfig)
  config_context = var.context
}

locals {
  name      = "shop"
  namespace = "${local.name}-${var.environment}"
  labels = {
    "app.kubernetes.io/name"       = local.name
    "app.kubernetes.io/managed-by" = "terraform"
  }
}

resource "kubernetes_namespace_v1" "app" {
  metadata {
    name = local.namespace
    labels = merge(local.labels, {
      # The manifests keep to the strictest of Kubernetes' pod security standards.
      "pod-security.kubernetes.io/enforce" = "restricted"
    })
  }
}

resource "kubernetes_resource_quota_v1" "app" {
  metadata {
    name      = local.name
    namespace = kubernetes_namespace_v1.app.metadata[0].name
    labels    = local.labels
  }
  spec {
    hard = {
      "requests.cpu"    = var.quota.cpu
      "requests.memory" = var.quota.memory
      "pods"            = var.quota.pods
    }
  }
}

resource "kubernetes_secret_v1" "app" {
  metadata {
    name      = local.name
    namespace = kubernetes_namespace_v1.app.metadata[0].name
    labels    = local.labels
  }
  data = {
    DATABASE_URL      = var.database_url
    DATABASE_USERNAME = var.database_username
    DATABASE_PASSWORD = var.database_password
  }
}

# The pipeline's account: it changes the service's own objects in this namespace, reads no secrets, and nothing else.
resource "kubernetes_service_account_v1" "deployer" {
  metadata {
    name      = "deployer"
    namespace = kubernetes_namespace_v1.app.metadata[0].name
    labels    = local.labels
  }
}

resource "kubernetes_role_v1" "deployer" {
  metadata {
    name      = "deployer"
    namespace = kubernetes_namespace_v1.app.metadata[0].name
    labels    = local.labels
  }

  rule {
    api_groups = [""]
    resources  = ["services", "configmaps", "persistentvolumeclaims"]
    verbs      = ["get", "list", "watch", "create", "update", "patch"]
  }
  rule {
    api_groups = ["apps"]
    resources  = ["deployments"]
    verbs      = ["get", "list", "watch", "create", "update", "patch"]
  }
  rule {
    api_groups = ["apps"]
    resources  = ["replicasets"]
    verbs      = ["get", "list", "watch"]
  }
  rule {
    api_groups = ["networking.k8s.io"]
    resources  = ["ingresses", "networkpolicies"]
    verbs      = ["get", "list", "watch", "create", "update", "patch"]
  }
  rule {
    api_groups = ["autoscaling", "policy"]
    resources  = ["horizontalpodautoscalers", "poddisruptionbudgets"]
    verbs      = ["get", "list", "watch", "create", "update", "patch"]
  }
}

resource "kubernetes_role_binding_v1" "deployer" {
  metadata {
    name      = "deployer"
    namespace = kubernetes_namespace_v1.app.metadata[0].name
    labels    = local.labels
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = kubernetes_role_v1.deployer.metadata[0].name
  }
  subject {
    kind      = "ServiceAccount"
    name      = kubernetes_service_account_v1.deployer.metadata[0].name
    namespace = kubernetes_namespace_v1.app.metadata[0].name
  }
}
